package org.neuralredshift.engine.plugin;

import java.lang.module.Configuration;
import java.lang.module.FindException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Requires;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.lang.module.ResolutionException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A plugin of modules, which get a {@link ModuleLayer} of their own above the host's.
 *
 * @param modules what its archives say
 * @param controller of the layer with its modules; classes load when they are first used
 */
record ModulePlugin(PluginModules modules, ModuleLayer.Controller controller) implements ResolvedPlugin {
    /**
     * Resolves the modules.
     *
     * @throws RejectedException with the first thing that is wrong
     */
    static ModulePlugin resolve(PluginFiles files, List<PluginJar> jars, HostModules host) {
        PluginModules modules = PluginModules.read(files, jars, host);
        for (ModuleReference reference : modules.references().values()) {
            checkRequires(reference.descriptor(), modules, host);
            ApiVersion.check(reference.descriptor());
        }
        return new ModulePlugin(modules, define(files.name(), modules, host));
    }

    @Override
    public String module() {
        return modules.roots().stream().map(ModuleDescriptor::name).collect(Collectors.joining(","));
    }

    @Override
    public String version() {
        return modules.roots().getFirst().rawVersion().orElse("");
    }

    @Override
    public List<String> offers() {
        return modules.offers();
    }

    @Override
    public List<Notice> notices() {
        return modules.notices();
    }

    @Override
    public String detail() {
        int libraries = modules.references().size() - modules.roots().size();
        return "module " + module() + (version().isEmpty() ? "" : " " + version())
                + (libraries == 0 ? "" : " with " + libraries + " of its own beside it");
    }

    @Override
    public ClassLoader loader() {
        return controller.layer().findLoader(modules.roots().getFirst().name());
    }

    @Override
    public void allowNativeAccess() {
        allowNativeAccess(controller);
    }

    /** Lets the modules of a layer call native code if the engine itself may. */
    @SuppressWarnings("restricted") // the engine passes on what it has, by the rule that PluginLoader states
    static void allowNativeAccess(ModuleLayer.Controller controller) {
        if (ModulePlugin.class.getModule().isNativeAccessEnabled()) {
            controller.layer().modules().forEach(controller::enableNativeAccess);
        }
    }

    @Override
    public List<Provided> bind() {
        return Providers.of(controller.layer());
    }

    private static void checkRequires(ModuleDescriptor module, PluginModules modules, HostModules host) {
        for (Requires requires : module.requires()) {
            String name = requires.name();
            boolean found = requires.modifiers().contains(Requires.Modifier.STATIC)
                    || modules.references().containsKey(name)
                    || host.sees(name);
            if (!found) {
                throw new RejectedException(
                        RejectionCode.MISSING_MODULE,
                        module.name() + " requires the module " + name
                                + (host.hides(name)
                                        ? ", which the host keeps to itself. "
                                        : ", which is neither in the plugin nor in the host. ")
                                + remedy(name));
            }
        }
    }

    private static String remedy(String module) {
        if (module.startsWith("org.neuralredshift.")) {
            return "A plugin sees " + HostModules.API + " and nothing else of ours.";
        }
        return ModuleFinder.ofSystem().find(module).isPresent() && module.matches("(java|jdk)\\..*")
                ? "It is part of Java but not loaded: start Java with --add-modules " + module + "."
                : "Add its JAR to the plugin's folder called modules.";
    }

    private static ModuleLayer.Controller define(String name, PluginModules modules, HostModules host) {
        List<String> roots =
                modules.roots().stream().map(ModuleDescriptor::name).toList();
        try {
            Configuration configuration =
                    host.layer().configuration().resolveAndBind(modules.finder(), ModuleFinder.of(), Set.copyOf(roots));
            ClassLoader loader = new ModulesClassLoader(name, configuration, host.loader());
            ModuleLayer.Controller controller =
                    ModuleLayer.defineModules(configuration, List.of(host.layer()), module -> loader);
            Module api = host.layer().findModule(HostModules.API).orElseThrow();
            controller
                    .layer()
                    .modules()
                    .forEach(module -> controller.addReads(module, api)); // for ExitCalls in libraries
            return controller;
        } catch (FindException e) {
            throw new RejectedException(
                    RejectionCode.MISSING_MODULE,
                    e.getMessage() + ". Add its JAR to the plugin's folder called modules.",
                    e);
        } catch (ResolutionException | LayerInstantiationException e) {
            throw new RejectedException(
                    RejectionCode.SPLIT_PACKAGE,
                    e.getMessage() + ". Leave one of the two JARs out, or rename the package.",
                    e);
        }
    }
}
