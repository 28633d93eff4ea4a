package org.neuralredshift.engine.plugin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.neuralredshift.engine.UserException;

/** A file of names: one per line; {@code #} starts a comment. */
final class NameList {
    private NameList() {}

    /** The names of a file in order; none if there is no file. */
    static SortedSet<String> read(Path file) {
        SortedSet<String> names = new TreeSet<>();
        if (!Files.exists(file)) {
            return names;
        }
        try {
            for (String line : Files.readAllLines(file)) {
                String name = line.split("#", 2)[0].strip();
                if (!name.isEmpty()) {
                    names.add(name);
                }
            }
            return names;
        } catch (IOException e) {
            throw new UserException(file + " cannot be read: " + e, null, e);
        }
    }

    /** Writes names to a file, and the folder that it lies in. */
    static void write(SortedSet<String> names, Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(file, List.copyOf(names));
        } catch (IOException e) {
            throw new UserException(file + " cannot be written: " + e, null, e);
        }
    }

    static SortedSet<String> with(SortedSet<String> names, String name) {
        SortedSet<String> more = new TreeSet<>(names);
        more.add(name);
        return more;
    }

    static SortedSet<String> without(SortedSet<String> names, String name) {
        SortedSet<String> fewer = new TreeSet<>(names);
        fewer.remove(name);
        return fewer;
    }
}
