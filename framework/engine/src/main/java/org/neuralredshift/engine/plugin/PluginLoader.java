package org.neuralredshift.engine.plugin;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.neuralredshift.api.Extension;
import org.neuralredshift.engine.UserException;

/**
 * Loads plugins from folders. A plugin is {@code <name>/modules/*.jar} or a lone {@code <name>.jar}, whose modules are explicit
 * and get a {@link ModuleLayer} of their own above the host's; or {@code <name>/classpath/*.jar}, with a class loader of its
 * own. Either sees Java and the API, and no other plugin.
 *
 * <p>One bad plugin never stops the others: whatever is wrong with it, it ends as a record with a reason.
 *
 * <p>Native access: a plugin may call restricted methods if {@link NativeAccess} names it. To modules the engine passes on the
 * right that it was given at launch ({@code --enable-native-access=org.neuralredshift.engine}), and what the JVM does to the
 * others is decided there, too ({@code --illegal-native-access}). All class paths of a process have that right or none, so
 * the {@link NativeCalls} of class-path plugins are refused here.
 */
public final class PluginLoader implements AutoCloseable {
    /** How long the providers of one plugin may take to be created. */
    public static final Duration TIME_LIMIT = Duration.ofSeconds(10);

    private final List<Path> folders;
    private final Disabled disabled;
    private final NativeAccess nativeAccess;
    private final Duration limit;
    private final HostModules host = HostModules.ofProcess();
    private final PluginCopies copies = new PluginCopies();

    /**
     * @param folders in the order in which plugins are listed; a folder that is named twice counts once
     * @param disabled what is not to be loaded
     * @param nativeAccess what may call native code
     */
    public PluginLoader(List<Path> folders, Disabled disabled, NativeAccess nativeAccess) {
        this(folders, disabled, nativeAccess, TIME_LIMIT);
    }

    /** Loads all plugins of these folders that are not disabled; none may call native code. */
    public PluginLoader(List<Path> folders, Disabled disabled) {
        this(folders, disabled, NativeAccess.none());
    }

    PluginLoader(List<Path> folders, Disabled disabled, NativeAccess nativeAccess, Duration limit) {
        this.folders = distinct(folders);
        this.disabled = disabled;
        this.nativeAccess = nativeAccess;
        this.limit = limit;
    }

    /**
     * Finds, verifies and resolves all plugins, and loads no class of them.
     *
     * @throws UserException if a folder cannot be listed
     */
    public List<PluginRecord> survey() {
        return resolve(Optional.empty()).stream().map(Candidate::record).toList();
    }

    /**
     * Finds and loads all plugins that are not disabled.
     *
     * @throws UserException if a folder cannot be listed
     */
    public PluginSet load() {
        return load(List.of());
    }

    /**
     * Finds and loads all plugins that are not disabled, and others beside them.
     *
     * @param more JARs or folders of plugins, wherever they lie; whoever names them wants them, so none of them is disabled
     * @throws UserException if a folder cannot be listed, or there is nothing that could be a plugin
     */
    public PluginSet load(List<Path> more) {
        List<Candidate> resolved = resolve(Optional.of(copies));
        for (Path path : more) {
            PluginFiles files = PluginFiles.at(path);
            resolved.add(resolveEnabled(files, Verifier.of(files.folder()), Optional.of(copies)));
        }
        copies.deleteAtEnd();
        Binder binder = new Binder(limit);
        List<Candidate> bound = resolved.stream()
                .map(candidate -> candidate.bind(binder, disabled))
                .toList();
        List<Candidate> distinct =
                Duplicates.reject(bound).stream().map(Candidate::ready).toList();
        Map<Extension, PluginRecord> providers = new IdentityHashMap<>();
        List<Provided> extensions = new ArrayList<>();
        for (Candidate plugin : distinct) {
            for (Provided extension : plugin.extensions()) {
                providers.put(extension.extension(), plugin.record());
                extensions.add(extension);
            }
        }
        List<PluginRecord> records = distinct.stream().map(Candidate::record).toList();
        List<PluginRecord> unused = records.stream()
                .filter(record -> record.state() != PluginState.READY)
                .toList();
        return new PluginSet(records, new Catalog(providers, extensions, unused));
    }

    /**
     * Finds and loads the plugin at a path and no other, wherever it lies.
     *
     * @param path a JAR, or the folder of a plugin; a JAR in such a folder stands for the whole plugin
     * @throws UserException if there is nothing that could be a plugin
     */
    public LonePlugin loadAlone(Path path) {
        PluginFiles files = PluginFiles.at(path);
        Candidate resolved = resolve(files, Verifier.of(files.folder()), Optional.of(copies));
        copies.deleteAtEnd();
        Candidate candidate = resolved.bind(new Binder(limit), disabled).ready();
        ResolvedPlugin plugin = candidate.resolved();
        return new LonePlugin(
                candidate.record(),
                () -> plugin == null
                        ? List.of()
                        : plugin.bind().stream().map(Provided::extension).toList(),
                nativeAccess.allows(files.name(), files.folder()) ? ModulePlugin::allowNativeAccess : layer -> {});
    }

    /** Deletes the private copies of archives; plugins cannot load further classes then. */
    @Override
    public void close() {
        copies.delete();
    }

    private List<Candidate> resolve(Optional<PluginCopies> into) {
        List<Candidate> candidates = new ArrayList<>();
        for (Path folder : folders) {
            Verifier verifier = Verifier.of(folder);
            for (PluginFiles files : PluginFiles.in(folder)) {
                candidates.add(resolve(files, verifier, into));
            }
        }
        return candidates;
    }

    private Candidate resolve(PluginFiles files, Verifier verifier, Optional<PluginCopies> into) {
        return disabled.contains(files.name())
                ? Candidate.of(PluginRecord.found(files).disabled("nrs plugins enable " + files.name()))
                : resolveEnabled(files, verifier, into);
    }

    private Candidate resolveEnabled(PluginFiles files, Verifier verifier, Optional<PluginCopies> into) {
        PluginRecord record = PluginRecord.found(files);
        try {
            List<PluginJar> jars = verifier.verify(files, into);
            record = record.verified(jars, verifier.detail());
            ResolvedPlugin plugin = ResolvedPlugin.of(files, jars, host);
            record = record.resolved(plugin);
            if (nativeAccess.allows(files.name(), files.folder())) {
                plugin.allowNativeAccess();
                record = record.notice(new Notice(
                        Notice.Code.NATIVE_ACCESS,
                        "It may call native code: "
                                + (nativeAccess.contains(files.name()) ? "you" : "the maker of this distribution")
                                + " allowed it."));
            }
            return new Candidate(record, plugin, List.of());
        } catch (RejectedException e) {
            return Candidate.of(record.rejected(e.code(), e.sentence()));
        } catch (UserException e) {
            String sentence = e.getMessage() + " " + e.hint().orElse("");
            return Candidate.of(record.rejected(RejectionCode.UNREADABLE, sentence.strip()));
        } catch (RuntimeException | StackOverflowError | LinkageError e) {
            // Archives may be damaged in ways that the JDK's readers do not foresee.
            return Candidate.of(record.rejected(
                    RejectionCode.UNREADABLE, files.path() + " cannot be read: " + e + ". Build or copy it again."));
        }
    }

    private static List<Path> distinct(List<Path> folders) {
        Set<Path> seen = new HashSet<>();
        return folders.stream().filter(folder -> seen.add(real(folder))).toList();
    }

    private static Path real(Path folder) {
        try {
            return folder.toRealPath();
        } catch (IOException e) {
            return folder.toAbsolutePath(); // it is missed when it is listed, by its name
        }
    }

    /**
     * A plugin on its way.
     *
     * @param resolved what its providers are created from; null if it is not used
     */
    record Candidate(PluginRecord record, @Nullable ResolvedPlugin resolved, List<Provided> extensions) {
        static Candidate of(PluginRecord record) {
            return new Candidate(record, null, List.of());
        }

        Candidate bind(Binder binder, Disabled disabled) {
            if (resolved == null) {
                return this;
            }
            try {
                List<Provided> all = binder.bind(record.name(), resolved);
                PluginRecord bound = record.bound(Provided.names(all));
                List<Provided> used = all.stream()
                        .filter(extension -> !disabled.contains(extension.name()))
                        .toList();
                return used.isEmpty()
                        ? of(bound.disabled(
                                "nrs plugins enable " + all.getFirst().name()))
                        : new Candidate(bound, resolved, used);
            } catch (RejectedException e) {
                return of(record.rejected(e.code(), e.sentence()));
            }
        }

        Candidate ready() {
            return resolved == null
                    ? this
                    : new Candidate(record.ready(Provided.names(extensions)), resolved, extensions);
        }
    }
}
