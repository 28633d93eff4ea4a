package org.neuralredshift.engine.plugin;

import java.nio.file.Path;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which plugins may call native code: those that the user allowed to, in whatever folder they lie, and those that the maker of
 * a distribution allowed to, in its own folder. A name means whatever bytes lie there; a {@link PluginLock} ties it to some.
 *
 * @param names of plugins that the user allowed to, in order
 * @param shipped the plugin folder of the distribution; empty if there is none
 * @param shippedNames of plugins that the distribution allows to
 */
public record NativeAccess(SortedSet<String> names, Path shipped, SortedSet<String> shippedNames) {
    /** Name of the file in the user's configuration folder, and in the plugin folder of a distribution. */
    public static final String NAME = "plugins.native";

    private static final Path NOWHERE = Path.of("");

    public NativeAccess {
        names = new TreeSet<>(names);
        shippedNames = new TreeSet<>(shippedNames);
    }

    /** No plugin may. */
    public static NativeAccess none() {
        return new NativeAccess(new TreeSet<>(), NOWHERE, new TreeSet<>());
    }

    /** What the user's file says; nobody may if there is none. */
    public static NativeAccess read(Path file) {
        return new NativeAccess(NameList.read(file), NOWHERE, new TreeSet<>());
    }

    /** The same, and what the distribution says in its plugin folder. */
    public NativeAccess shippedIn(Path folder) {
        return new NativeAccess(names, folder, NameList.read(folder.resolve(NAME)));
    }

    /** Whether the user allowed a plugin to. */
    public boolean contains(String name) {
        return names.contains(name);
    }

    /** Whether a plugin that lies in a folder may. */
    boolean allows(String name, Path folder) {
        return names.contains(name) || folder.equals(shipped) && shippedNames.contains(name);
    }

    /** These and one more of the user's. */
    public NativeAccess with(String name) {
        return new NativeAccess(NameList.with(names, name), shipped, shippedNames);
    }

    /** These but one of the user's. */
    public NativeAccess without(String name) {
        return new NativeAccess(NameList.without(names, name), shipped, shippedNames);
    }

    /** Writes the user's names to a file, one per line. */
    public void write(Path file) {
        NameList.write(names, file);
    }
}
