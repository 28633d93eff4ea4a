package org.neuralredshift.engine.plugin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.neuralredshift.engine.UserException;

/**
 * What the user does not want: names of plugins and extensions as {@code kind/id}. Of a disabled plugin no class is ever
 * loaded; of a disabled extension only the class that tells its id.
 *
 * @param names in order
 */
public record Disabled(SortedSet<String> names) {
    /** Name of the file in the user's configuration folder: one name per line; {@code #} starts a comment. */
    public static final String NAME = "plugins.disabled";

    public Disabled {
        names = new TreeSet<>(names);
    }

    /** Nothing is disabled. */
    public static Disabled none() {
        return new Disabled(new TreeSet<>());
    }

    /** What a file says; nothing if there is none. */
    public static Disabled read(Path file) {
        if (!Files.exists(file)) {
            return none();
        }
        try {
            SortedSet<String> names = new TreeSet<>();
            for (String line : Files.readAllLines(file)) {
                String name = line.split("#", 2)[0].strip();
                if (!name.isEmpty()) {
                    names.add(name);
                }
            }
            return new Disabled(names);
        } catch (IOException e) {
            throw new UserException(file + " cannot be read: " + e, null, e);
        }
    }

    /** Whether a plugin, or an extension as {@code kind/id}, is disabled. */
    public boolean contains(String name) {
        return names.contains(name);
    }

    /** These and one more. */
    public Disabled with(String name) {
        SortedSet<String> more = new TreeSet<>(names);
        more.add(name);
        return new Disabled(more);
    }

    /** These but one. */
    public Disabled without(String name) {
        SortedSet<String> fewer = new TreeSet<>(names);
        fewer.remove(name);
        return new Disabled(fewer);
    }

    /** Writes them to a file, one per line. */
    public void write(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(file, List.copyOf(names));
        } catch (IOException e) {
            throw new UserException(file + " cannot be written: " + e, null, e);
        }
    }
}
