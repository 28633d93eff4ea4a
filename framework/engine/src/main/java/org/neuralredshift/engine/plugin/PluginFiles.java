package org.neuralredshift.engine.plugin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.neuralredshift.engine.Reasons;
import org.neuralredshift.engine.UserException;

/**
 * Where a plugin lies on disk.
 *
 * @param name of its folder, or of its lone JAR without {@code .jar}
 * @param path of its folder or its lone JAR
 * @param jars its archives by name; empty if the folder has no {@code modules}
 */
record PluginFiles(String name, Path path, List<Path> jars) {
    /** Every plugin of a folder, by name. Other files, and those that start with a dot, are not plugins. */
    static List<PluginFiles> in(Path folder) {
        List<PluginFiles> found = new ArrayList<>();
        for (Path entry : list(folder)) {
            String name = entry.getFileName().toString();
            if (name.startsWith(".")) {
                continue;
            }
            if (Files.isDirectory(entry)) {
                Path modules = entry.resolve("modules");
                List<Path> jars = Files.isDirectory(modules)
                        ? list(modules).stream().filter(PluginFiles::isJar).toList()
                        : List.of();
                found.add(new PluginFiles(name, entry, jars));
            } else if (isJar(entry)) {
                found.add(new PluginFiles(name.substring(0, name.length() - ".jar".length()), entry, List.of(entry)));
            }
        }
        return found;
    }

    /** A record of these files before anything is known of their contents. */
    PluginRecord record() {
        return new PluginRecord(name, path, jars, "", "", List.of(), Optional.empty(), List.of());
    }

    private static boolean isJar(Path path) {
        return path.getFileName().toString().endsWith(".jar");
    }

    private static List<Path> list(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        } catch (NoSuchFileException e) {
            throw new UserException(
                    "The plugin folder " + folder + " does not exist.", "Create it, or name another.", e);
        } catch (IOException e) {
            throw new UserException(
                    "The plugin folder " + folder + " cannot be listed: " + Reasons.of(e) + ".", null, e);
        }
    }
}
