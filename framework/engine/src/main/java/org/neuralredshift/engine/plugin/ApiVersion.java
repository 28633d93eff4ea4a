package org.neuralredshift.engine.plugin;

import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Version;
import java.util.Optional;

/** Compares the API that a module was compiled against with the host's, from descriptors alone. */
final class ApiVersion {
    private static final String API = HostModules.API;

    private ApiVersion() {}

    /**
     * Checks one module, as far as both versions are known.
     *
     * @throws RejectedException if the plugin needs another API
     */
    static void check(ModuleDescriptor module) {
        Optional<Version> wanted = wanted(module);
        Optional<Version> present = present();
        if (wanted.isPresent() && present.isPresent()) {
            compare(module.name(), wanted.get(), present.get());
        }
    }

    /** Tells that a module could not be checked, and why. */
    static Optional<Notice> unknown(ModuleDescriptor module) {
        boolean uses = module.requires().stream().anyMatch(r -> r.name().equals(API));
        if (!uses || wanted(module).isPresent() && present().isPresent()) {
            return Optional.empty();
        }
        String sentence = present().isPresent()
                ? "It is not known which version of the API " + module.name() + " was compiled against."
                : "The version of the host's API is not known, so " + module.name() + " was not checked.";
        return Optional.of(new Notice(Notice.Code.API_VERSION_UNKNOWN, sentence));
    }

    private static Optional<Version> wanted(ModuleDescriptor module) {
        return module.requires().stream()
                .filter(requires -> requires.name().equals(API))
                .findFirst()
                .flatMap(ModuleDescriptor.Requires::compiledVersion);
    }

    private static Optional<Version> present() {
        return HostModules.apiVersion();
    }

    private static void compare(String module, Version wanted, Version present) {
        String both = module + " was compiled against version " + wanted + " of the API; this host has " + present;
        if (!major(wanted).equals(major(present))) {
            throw new RejectedException(
                    RejectionCode.API_MAJOR,
                    both + ". Build it against " + present + ", or use a host of version " + major(wanted) + ".");
        }
        if (wanted.compareTo(present) > 0) {
            throw new RejectedException(
                    RejectionCode.API_NEWER, both + ". Use a newer host, or build it against " + present + ".");
        }
    }

    private static String major(Version version) {
        return version.toString().split("[.+-]", 2)[0];
    }
}
