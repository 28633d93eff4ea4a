package org.neuralredshift.engine.plugin;

import java.nio.file.Path;
import java.util.SortedSet;
import java.util.TreeSet;

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
        return new Disabled(NameList.read(file));
    }

    /** Whether a plugin, or an extension as {@code kind/id}, is disabled. */
    public boolean contains(String name) {
        return names.contains(name);
    }

    /** These and one more. */
    public Disabled with(String name) {
        return new Disabled(NameList.with(names, name));
    }

    /** These but one. */
    public Disabled without(String name) {
        return new Disabled(NameList.without(names, name));
    }

    /** Writes them to a file, one per line. */
    public void write(Path file) {
        NameList.write(names, file);
    }
}
