package org.neuralredshift.engine.plugin;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A plugin of libraries that are no modules. It has a class loader of its own; META-INF/services names its providers, and
 * is read before a class is loaded.
 *
 * @param libraries how many archives it has
 * @param offers kind and class of every provider
 * @param notices what was seen on the way
 * @param loader of its classes
 */
record ClassPathPlugin(int libraries, List<String> offers, List<Notice> notices, LibrariesClassLoader loader)
        implements ResolvedPlugin {
    /**
     * Reads the archives.
     *
     * @throws RejectedException with the first thing that is wrong
     */
    static ClassPathPlugin resolve(PluginFiles files, List<PluginJar> jars, HostModules host) {
        List<String> offers = new ArrayList<>();
        List<Notice> notices = new ArrayList<>();
        for (PluginJar jar : jars) {
            try (Archive archive = Archive.open(jar)) {
                List<String> services = archive.services();
                offers.addAll(services);
                if (!services.isEmpty()) {
                    checkApi(jar, archive).ifPresent(notices::add);
                }
                if (archive.carriesTheApi()) {
                    String sentence = jar.fileName() + " carries a copy of the API. The host's is used; leave the copy"
                            + " out of the plugin.";
                    notices.add(new Notice(Notice.Code.BUNDLED_COPY_IGNORED, sentence));
                }
            }
        }
        if (offers.isEmpty()) {
            throw new RejectedException(
                    RejectionCode.NO_PROVIDER,
                    "No JAR of " + files.path().resolve(PluginFiles.CLASS_PATH)
                            + " names a provider. Add META-INF/services/"
                            + ExtensionKind.METRIC.type().getName()
                            + " with the name of its class, or that of another service type.");
        }
        LibrariesClassLoader loader = new LibrariesClassLoader(files.name(), jars, host.loader());
        return new ClassPathPlugin(jars.size(), List.copyOf(offers), List.copyOf(notices), loader);
    }

    /** Checks the API that a JAR was compiled against, which only a descriptor tells. */
    private static Optional<Notice> checkApi(PluginJar jar, Archive archive) {
        Optional<Notice> unknown = archive.descriptor()
                .map(descriptor -> {
                    ApiVersion.check(descriptor);
                    return ApiVersion.unknown(descriptor);
                })
                .orElseGet(() -> Optional.of(new Notice(
                        Notice.Code.API_VERSION_UNKNOWN,
                        "It is not known which version of the API " + jar.fileName()
                                + " was compiled against: only a module-info tells.")));
        return unknown;
    }

    @Override
    public String module() {
        return "";
    }

    @Override
    public String version() {
        return "";
    }

    @Override
    public String detail() {
        return libraries + (libraries == 1 ? " JAR" : " JARs") + " with a class loader of their own";
    }

    @Override
    public void allowNativeAccess() {
        loader.allowNativeAccess();
    }

    @Override
    public List<Provided> bind() {
        return Providers.of(loader);
    }
}
