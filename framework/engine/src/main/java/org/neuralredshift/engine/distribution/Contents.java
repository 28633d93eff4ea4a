package org.neuralredshift.engine.distribution;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.neuralredshift.engine.Suggestions;
import org.neuralredshift.engine.UserException;
import org.neuralredshift.engine.plugin.Catalog;
import org.neuralredshift.engine.plugin.Disabled;
import org.neuralredshift.engine.plugin.NativeAccess;
import org.neuralredshift.engine.plugin.PluginLoader;
import org.neuralredshift.engine.plugin.PluginRecord;
import org.neuralredshift.engine.plugin.PluginSet;
import org.neuralredshift.engine.plugin.Rejection;

/**
 * The plugins of a distribution, each loaded once beside all others, so that nothing is written which would not run.
 *
 * @param kept of the image
 * @param leftArchives SHA-256 of the archives of the others
 * @param added to them
 * @param nativeAccess names of those that may call native code
 * @param catalog what they provide together
 */
record Contents(
        List<PluginRecord> kept,
        Set<String> leftArchives,
        List<PluginRecord> added,
        Set<String> nativeAccess,
        Catalog catalog) {
    /**
     * Loads them.
     *
     * @throws UserException with the reason why one cannot be part of the distribution
     */
    static Contents of(Recipe recipe) {
        NativeAccess access = NativeAccess.none().shippedIn(recipe.plugins());
        for (String name : recipe.nativeAccess()) {
            access = access.with(name);
        }
        Disabled left = new Disabled(new TreeSet<>(recipe.without()));
        try (PluginLoader loader = new PluginLoader(List.of(recipe.plugins()), left, access)) {
            List<String> shipped =
                    loader.survey().stream().map(PluginRecord::name).toList();
            for (String name : recipe.without()) {
                checkIsThere(name, shipped, "The image has no plugin " + name + " to leave out.");
            }
            PluginSet set = loader.load(recipe.with());
            List<PluginRecord> kept = new ArrayList<>();
            Set<String> archives = new HashSet<>();
            List<PluginRecord> added = new ArrayList<>();
            for (PluginRecord plugin : set.plugins()) {
                if (!plugin.folder().equals(recipe.plugins())) {
                    added.add(plugin);
                } else if (!left.contains(plugin.name())) {
                    kept.add(plugin);
                } else {
                    archives.addAll(plugin.sha256().values());
                }
            }
            check(recipe, kept, added);
            Set<String> allowed = new TreeSet<>(access.shippedNames());
            allowed.removeAll(left.names());
            allowed.addAll(access.names());
            return new Contents(kept, archives, added, allowed, set.catalog());
        }
    }

    private static void check(Recipe recipe, List<PluginRecord> kept, List<PluginRecord> added) {
        Set<String> names = new HashSet<>();
        kept.forEach(plugin -> names.add(plugin.name()));
        for (PluginRecord plugin : added) {
            if (!names.add(plugin.name())) {
                throw new UserException(
                        "There would be two plugins called " + plugin.name() + ", one of them " + plugin.path() + ".",
                        "Leave the image's out with --without " + plugin.name() + ", or rename the JAR or folder.");
            }
        }
        List<PluginRecord> all = new ArrayList<>(added);
        all.addAll(kept);
        for (PluginRecord plugin : all) {
            plugin.rejection().ifPresent(reason -> {
                throw refused(plugin, reason, kept.contains(plugin));
            });
        }
        for (String name : recipe.nativeAccess()) {
            checkIsThere(name, names, "There would be no plugin " + name + " that may call native code.");
        }
    }

    private static UserException refused(PluginRecord plugin, Rejection reason, boolean shipped) {
        return new UserException(
                "The plugin " + plugin.name() + " would not be loaded (" + reason.code() + "): " + reason.sentence(),
                switch (reason.code()) {
                    case NATIVE_ACCESS -> "If you trust it: --native " + plugin.name();
                    case DUPLICATE_ID -> "Leave one of them out.";
                    default ->
                        shipped
                                ? "Leave it out with --without " + plugin.name() + "."
                                : "Nothing was written. Put it right, or leave it out.";
                });
    }

    private static void checkIsThere(String name, Collection<String> names, String otherwise) {
        if (!names.contains(name)) {
            throw new UserException(otherwise, Suggestions.hint(name, names));
        }
    }
}
