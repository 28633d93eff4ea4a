package org.neuralredshift.engine.plugin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.neuralredshift.engine.UserException;

/**
 * {@value #NAME} of a plugin folder: the archives whose code may run, each with its SHA-256. One line for each, as {@code
 * sha256sum} writes and checks it: the sum, two blanks, the path in the folder with slashes; sorted by path.
 *
 * @param folder of the plugins
 * @param sums lower-case hexadecimal by path in the folder
 */
public record PluginLock(Path folder, SortedMap<String, String> sums) {
    /** Its name in the folder. */
    public static final String NAME = "plugins.lock";

    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64})  (\\S.*)");

    public PluginLock {
        sums = new TreeMap<>(sums);
    }

    /**
     * The lock of a folder; empty if it has none.
     *
     * @throws UserException naming the line that is not as {@code sha256sum} writes it
     */
    public static Optional<PluginLock> read(Path folder) {
        Path file = folder.resolve(NAME);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        SortedMap<String, String> sums = new TreeMap<>();
        List<String> lines = lines(file);
        for (int i = 0; i < lines.size(); i++) {
            Matcher line = LINE.matcher(lines.get(i));
            if (!line.matches()) {
                throw new UserException(
                        file + ", line " + (i + 1) + ", is no checksum and path: " + lines.get(i) + ".",
                        "Restore the file, or delete it and write it anew with `nrs plugins trust`.");
            }
            sums.put(line.group(2), line.group(1));
        }
        return Optional.of(new PluginLock(folder, sums));
    }

    /** A lock that trusts every archive of the plugins in a folder as it is now. */
    public static PluginLock of(Path folder) {
        List<Path> jars = PluginFiles.in(folder).stream()
                .flatMap(files -> files.jars().stream())
                .map(PluginJar::path)
                .toList();
        return new PluginLock(folder, new TreeMap<>()).trusting(jars);
    }

    /** The same lock with these archives of its folder as they are now, and without those that are gone. */
    public PluginLock trusting(List<Path> jars) {
        SortedMap<String, String> more = new TreeMap<>(sums);
        more.keySet().removeIf(path -> !Files.exists(folder.resolve(path)));
        jars.forEach(jar -> more.put(relative(jar), Checksum.sha256(jar)));
        return new PluginLock(folder, more);
    }

    /** The sum that an archive of its folder must have; empty if it is not trusted. */
    public Optional<String> sum(Path jar) {
        return Optional.ofNullable(sums.get(relative(jar)));
    }

    /** Writes it into its folder, whole or not at all. */
    public void write() {
        List<String> lines = new ArrayList<>();
        for (Map.Entry<String, String> entry : sums.entrySet()) {
            lines.add(entry.getValue() + "  " + entry.getKey() + "\n");
        }
        Path file = folder.resolve(NAME);
        Path temporary = folder.resolve(NAME + ".tmp");
        try {
            Files.writeString(temporary, String.join("", lines));
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UserException(file + " cannot be written: " + e, "Get permission for " + folder + ".", e);
        }
    }

    private String relative(Path jar) {
        List<String> names = new ArrayList<>();
        folder.relativize(jar).forEach(name -> names.add(name.toString()));
        return String.join("/", names);
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UserException(file + " cannot be read: " + e, null, e);
        }
    }
}
