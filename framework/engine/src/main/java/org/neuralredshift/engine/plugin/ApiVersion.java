package org.neuralredshift.engine.plugin;

import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Version;
import java.util.Optional;
import org.neuralredshift.api.Extension;

/** Compares the API that a module was compiled against with the host's, from descriptors alone. */
final class ApiVersion {
    private ApiVersion() {}

    /**
     * Checks one module.
     *
     * @return what is not known
     * @throws RejectedException if the plugin needs another API
     */
    static Optional<Notice> check(ModuleDescriptor module) {
        ModuleDescriptor api = Extension.class.getModule().getDescriptor();
        if (api == null) {
            return Optional.of(unknown("The host runs on the class path, so the version of its API is not known."));
        }
        Optional<ModuleDescriptor.Requires> requires = module.requires().stream()
                .filter(r -> r.name().equals(api.name()))
                .findFirst();
        if (requires.isEmpty()) {
            return Optional.empty();
        }
        Optional<Version> wanted = requires.get().compiledVersion();
        Optional<Version> present = api.version();
        if (wanted.isEmpty() || present.isEmpty()) {
            return Optional.of(unknown("It is not known which version of " + api.name() + " " + module.name()
                    + " was compiled against, so it was not checked."));
        }
        compare(module.name(), wanted.get(), present.get());
        return Optional.empty();
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

    private static Notice unknown(String sentence) {
        return new Notice(Notice.Code.API_VERSION_UNKNOWN, sentence);
    }
}
