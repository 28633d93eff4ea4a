package org.neuralredshift.engine.plugin;

import java.io.IOException;
import java.lang.module.FindException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.stream.Collectors;

/**
 * What the archives of a plugin say about themselves, before a class is loaded.
 *
 * @param references its modules by name, without those that the host has
 * @param roots the modules that provide one of our service types
 * @param notices what was seen on the way
 */
record PluginModules(Map<String, ModuleReference> references, List<ModuleDescriptor> roots, List<Notice> notices) {
    private static final Set<String> SERVICES = Arrays.stream(ExtensionKind.values())
            .map(kind -> kind.type().getName())
            .collect(Collectors.toUnmodifiableSet());

    /**
     * Reads the module descriptors.
     *
     * @throws RejectedException with the first thing that is wrong
     */
    static PluginModules inspect(PluginFiles files, ModuleLayer host) {
        if (files.jars().isEmpty()) {
            throw noJar(files);
        }
        Map<String, ModuleReference> references = new TreeMap<>();
        List<Notice> notices = new ArrayList<>();
        for (Path jar : files.jars()) {
            ModuleReference reference = read(jar);
            String name = reference.descriptor().name();
            if (host.findModule(name).isPresent()) {
                String sentence = jar.getFileName() + " is a copy of the module " + name
                        + " of the host. The host's is used; leave the copy out of the plugin.";
                notices.add(new Notice(Notice.Code.BUNDLED_COPY_IGNORED, sentence));
            } else if (references.put(name, reference) != null) {
                throw new RejectedException(
                        RejectionCode.SPLIT_PACKAGE,
                        "The module " + name + " is there twice, once in " + jar + ". Remove one of the two.");
            }
        }
        references
                .values()
                .forEach(reference -> ApiVersion.unknown(reference.descriptor()).ifPresent(notices::add));
        List<ModuleDescriptor> roots = references.values().stream()
                .map(ModuleReference::descriptor)
                .filter(PluginModules::providesOurs)
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

    /** The record of this plugin; its extensions are not known yet. */
    PluginRecord record(PluginFiles files) {
        String module = roots.stream().map(ModuleDescriptor::name).collect(Collectors.joining(","));
        String version = roots.getFirst().rawVersion().orElse("");
        return new PluginRecord(
                files.name(), files.path(), files.jars(), module, version, List.of(), Optional.empty(), notices);
    }

    private static boolean providesOurs(ModuleDescriptor descriptor) {
        return descriptor.provides().stream().anyMatch(provides -> SERVICES.contains(provides.service()));
    }

    private static RejectedException noJar(PluginFiles files) {
        if (Files.isDirectory(files.path().resolve("classpath"))) {
            return new RejectedException(
                    RejectionCode.CLASS_PATH_UNSUPPORTED,
                    files.path().resolve("classpath") + " holds class-path libraries, which this version does not load."
                            + " Turn them into modules under " + files.path().resolve("modules") + ".");
        }
        return new RejectedException(
                RejectionCode.NO_MODULE,
                files.path() + " has no JAR in a folder called modules. Put the plugin's JARs into "
                        + files.path().resolve("modules") + ".");
    }

    private static ModuleReference read(Path jar) {
        checkArchive(jar);
        try {
            return ModuleFinder.of(jar).findAll().iterator().next();
        } catch (FindException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new RejectedException(
                    RejectionCode.BAD_MODULE,
                    "The module descriptor of " + jar + " cannot be read: " + cause.getMessage()
                            + ". Build it for Java " + Runtime.version().feature() + " or older.",
                    e);
        }
    }

    private static void checkArchive(Path jar) {
        try (JarFile archive = new JarFile(jar.toFile(), false, JarFile.OPEN_READ, Runtime.version())) {
            if (archive.getEntry("module-info.class") != null) {
                return;
            }
            List<String> services = SERVICES.stream()
                    .filter(service -> archive.getEntry("META-INF/services/" + service) != null)
                    .sorted()
                    .toList();
            if (!services.isEmpty()) {
                throw new RejectedException(
                        RejectionCode.SERVICES_FILE_ONLY,
                        jar + " names providers of " + String.join(", ", services)
                                + " in META-INF/services but has no module-info. Add a module-info.java that requires"
                                + " org.neuralredshift.api and provides them.");
            }
            throw new RejectedException(
                    RejectionCode.NO_MODULE,
                    jar + " has no module-info.class. Add a module-info.java that requires org.neuralredshift.api and"
                            + " provides the extensions.");
        } catch (IOException e) {
            throw new RejectedException(
                    RejectionCode.NOT_A_JAR,
                    jar + " is no readable JAR: " + e.getMessage() + ". Build or copy it again.",
                    e);
        }
    }
}
