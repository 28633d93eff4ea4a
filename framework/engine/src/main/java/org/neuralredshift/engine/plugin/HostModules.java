package org.neuralredshift.engine.plugin;

import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Requires;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.neuralredshift.api.Extension;

/** Which modules of the host a plugin sees: those of Java, the API, and what the API hands on. */
final class HostModules {
    /** The module that plugins are written for. */
    static final String API = "org.neuralredshift.api";

    private final ModuleLayer layer;
    private final Set<String> open = new HashSet<>();
    private final ClassLoader loader;

    HostModules(ModuleLayer layer) {
        this.layer = layer;
        addHandedOn(API);
        this.loader = HostClassLoader.of(this);
    }

    /** The host that this engine runs in: the boot layer when it is launched as shipped. */
    static HostModules ofProcess() {
        ModuleLayer own = HostModules.class.getModule().getLayer();
        return new HostModules(own == null ? ModuleLayer.boot() : own);
    }

    ModuleLayer layer() {
        return layer;
    }

    /** The parent of the loaders of all plugins. */
    ClassLoader loader() {
        return loader;
    }

    /** The version of the API, if its module tells. */
    static Optional<ModuleDescriptor.Version> apiVersion() {
        return Optional.ofNullable(Extension.class.getModule().getDescriptor()).flatMap(ModuleDescriptor::version);
    }

    /** Whether the host has a module of that name and plugins see it. */
    boolean sees(String module) {
        return isOpen(module) && layer.findModule(module).isPresent();
    }

    /** Whether the host has a module of that name, which is its own affair. */
    boolean hides(String module) {
        return !isOpen(module) && layer.findModule(module).isPresent();
    }

    private boolean isOpen(String module) {
        return module.startsWith("java.") || module.startsWith("jdk.") || open.contains(module);
    }

    private void addHandedOn(String name) {
        Optional<Module> module = layer.findModule(name);
        if (module.isPresent() && open.add(name)) {
            module.get().getDescriptor().requires().stream()
                    .filter(requires -> requires.modifiers().contains(Requires.Modifier.TRANSITIVE))
                    .forEach(requires -> addHandedOn(requires.name()));
        }
    }
}
