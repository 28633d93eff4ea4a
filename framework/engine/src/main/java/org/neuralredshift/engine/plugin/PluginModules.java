package org.neuralredshift.engine.plugin;

import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the module descriptors of a plugin say, before a class is loaded.
 *
 * @param references its modules by name, without those that it sees of the host
 * @param roots the modules that provide one of our service types
 * @param notices what was seen on the way
 */
record PluginModules(Map<String, ModuleReference> references, List<ModuleDescriptor> roots, List<Notice> notices) {
    /**
     * Reads the descriptors.
     *
     * @throws RejectedException with the first thing that is wrong
     */
    static PluginModules read(PluginFiles files, List<PluginJar> jars, HostModules host) {
        Map<String, ModuleReference> references = new TreeMap<>();
        List<Notice> notices = new ArrayList<>();
        for (PluginJar jar : jars) {
            ModuleReference reference = read(jar, jars.size() == 1, notices);
            String name = reference.descriptor().name();
            if (host.sees(name)) {
                String sentence = jar.fileName() + " is a copy of the module " + name
                        + " of the host. The host's is used; leave the copy out of the plugin.";
                notices.add(new Notice(Notice.Code.BUNDLED_COPY_IGNORED, sentence));
            } else if (references.put(name, reference) != null) {
                throw new RejectedException(
                        RejectionCode.SPLIT_PACKAGE,
                        "The module " + name + " is there twice, once in " + jar.path() + ". Remove one of the two.");
            }
        }
        references
                .values()
                .forEach(reference -> ApiVersion.unknown(reference.descriptor()).ifPresent(notices::add));
        List<ModuleDescriptor> roots = references.values().stream()
                .map(ModuleReference::descriptor)
                .filter(descriptor -> !descriptor.isAutomatic())
                .filter(descriptor -> !offers(descriptor).isEmpty())
                .toList();
        if (roots.isEmpty()) {
            throw new RejectedException(
                    RejectionCode.NO_PROVIDER,
                    "No module of " + files.path() + " provides an extension (modules: "
                            + (references.isEmpty() ? "none but the host's" : String.join(", ", references.keySet()))
                            + "). Add to its module-info: provides "
                            + ExtensionKind.METRIC.type().getName() + " with ..., or another service type.");
        }
        return new PluginModules(references, roots, notices);
    }

    /** Finds the modules of this plugin and no other. */
    ModuleFinder finder() {
        return new ModuleFinder() {
            @Override
            public Optional<ModuleReference> find(String name) {
                return Optional.ofNullable(references.get(name));
            }

            @Override
            public Set<ModuleReference> findAll() {
                return Set.copyOf(references.values());
            }
        };
    }

    /** Kind and class of every provider, as in {@code metric org.example.Range}. */
    List<String> offers() {
        return roots.stream().flatMap(root -> offers(root).stream()).toList();
    }

    private static List<String> offers(ModuleDescriptor descriptor) {
        List<String> offers = new ArrayList<>();
        for (ExtensionKind kind : ExtensionKind.values()) {
            descriptor.provides().stream()
                    .filter(provides -> provides.service().equals(kind.type().getName()))
                    .flatMap(provides -> provides.providers().stream())
                    .forEach(type -> offers.add(kind.word() + " " + type));
        }
        return offers;
    }

    /** The module of an archive; one without a descriptor may stand beside others as a library. */
    private static ModuleReference read(PluginJar jar, boolean alone, List<Notice> notices) {
        try (Archive archive = Archive.open(jar)) {
            if (archive.isModule()) {
                return archive.module();
            }
            List<String> services = archive.services();
            if (!services.isEmpty()) {
                throw new RejectedException(
                        RejectionCode.SERVICES_FILE_ONLY,
                        jar.path() + " names providers in META-INF/services (" + String.join(", ", services)
                                + ") but has no module-info. Add a module-info.java that requires " + HostModules.API
                                + " and provides them, or put the JAR into a folder NAME/" + PluginFiles.CLASS_PATH
                                + ".");
            }
            if (alone) {
                throw new RejectedException(
                        RejectionCode.NO_MODULE,
                        jar.path() + " has no module-info.class. Add a module-info.java that requires "
                                + HostModules.API + " and provides the extensions.");
            }
            ModuleReference reference = archive.module();
            String sentence = jar.fileName() + " has no module-info and stands as the automatic module "
                    + reference.descriptor().name() + ", which sees every other module. If a package clashes, move the"
                    + " plugin's JARs to " + PluginFiles.CLASS_PATH + ".";
            notices.add(new Notice(Notice.Code.AUTOMATIC, sentence));
            return reference;
        }
    }
}
