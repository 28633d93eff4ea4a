package org.neuralredshift.engine.plugin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.neuralredshift.engine.Reasons;
import org.neuralredshift.engine.UserException;

/**
 * Where a plugin lies on disk.
 *
 * @param name of its folder, or of its lone JAR without {@code .jar}
 * @param path of its folder or its lone JAR
 * @param folder the plugin folder that it lies in
 * @param layout how its archives are to be loaded
 * @param jars its archives by name; none if the folder has neither {@code modules} nor {@code classpath}
 */
record PluginFiles(String name, Path path, Path folder, Layout layout, List<PluginJar> jars) {
    /** The folder of explicit modules. */
    static final String MODULES = "modules";
    /** The folder of libraries that are no modules. */
    static final String CLASS_PATH = "classpath";

    private static final String JAR = ".jar";

    /** How the archives of a plugin lie. */
    enum Layout {
        LONE(", a lone JAR"),
        MODULES(", a folder of modules"),
        CLASS_PATH(", a folder of class-path libraries"),
        BOTH(", a folder of modules and of class-path libraries"),
        NONE(", a folder without modules");

        private final String words;

        Layout(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /** Every plugin of a folder, by name. Other files, and those that start with a dot, are not plugins. */
    static List<PluginFiles> in(Path folder) {
        List<PluginFiles> found = new ArrayList<>();
        for (Path entry : list(folder)) {
            String name = entry.getFileName().toString();
            if (name.startsWith(".")) {
                continue;
            }
            if (Files.isDirectory(entry)) {
                found.add(ofFolder(name, entry, folder));
            } else if (isJar(entry)) {
                found.add(ofJar(name, entry, folder));
            }
        }
        return found;
    }

    /**
     * The plugin that lies at a path, or that a JAR in its folder belongs to.
     *
     * @throws UserException if there is none
     */
    static PluginFiles at(Path path) {
        Path entry = real(path);
        Path folder = entry.getParent();
        if (folder == null) {
            throw new UserException(path + " is not the folder of a plugin.", "Name a JAR.");
        }
        String name = entry.getFileName().toString();
        if (Files.isDirectory(entry)) {
            PluginFiles files = ofFolder(name, entry, folder);
            if (files.jars().isEmpty()) {
                throw new UserException(
                        path + " is not the folder of a plugin: it has no JAR in a folder called " + MODULES + " or "
                                + CLASS_PATH + ".",
                        "Name a JAR, or one plugin of the folder.");
            }
            return files;
        }
        if (!isJar(entry)) {
            throw new UserException(path + " is no JAR: its name does not end in " + JAR + ".", "Name a JAR.");
        }
        boolean isPart = folder.endsWith(MODULES) || folder.endsWith(CLASS_PATH);
        Path plugin = isPart ? folder.getParent() : null;
        Path above = plugin == null ? null : plugin.getParent();
        return plugin == null || above == null
                ? ofJar(name, entry, folder)
                : ofFolder(plugin.getFileName().toString(), plugin, above);
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            throw new UserException(path + " cannot be read: " + Reasons.of(e) + ".", null, e);
        }
    }

    private static PluginFiles ofJar(String name, Path entry, Path folder) {
        String bare = name.substring(0, name.length() - JAR.length());
        return new PluginFiles(bare, entry, folder, Layout.LONE, List.of(PluginJar.of(entry)));
    }

    private static PluginFiles ofFolder(String name, Path path, Path folder) {
        List<PluginJar> modules = jars(path.resolve(MODULES));
        List<PluginJar> libraries = jars(path.resolve(CLASS_PATH));
        if (modules.isEmpty() && libraries.isEmpty()) {
            return new PluginFiles(name, path, folder, Layout.NONE, List.of());
        }
        if (libraries.isEmpty()) {
            return new PluginFiles(name, path, folder, Layout.MODULES, modules);
        }
        if (modules.isEmpty()) {
            return new PluginFiles(name, path, folder, Layout.CLASS_PATH, libraries);
        }
        List<PluginJar> all = new ArrayList<>(modules);
        all.addAll(libraries);
        return new PluginFiles(name, path, folder, Layout.BOTH, all);
    }

    /** The archives that lie in the plugin's own folder, where none is looked for. */
    List<Path> strays() {
        return Files.isDirectory(path)
                ? list(path).stream().filter(PluginFiles::isJar).toList()
                : List.of();
    }

    private static List<PluginJar> jars(Path folder) {
        return Files.isDirectory(folder)
                ? list(folder).stream()
                        .filter(PluginFiles::isJar)
                        .map(PluginJar::of)
                        .toList()
                : List.of();
    }

    private static boolean isJar(Path path) {
        return path.getFileName().toString().endsWith(JAR);
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
