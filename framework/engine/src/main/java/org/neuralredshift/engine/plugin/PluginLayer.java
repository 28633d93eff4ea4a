package org.neuralredshift.engine.plugin;

import java.lang.module.Configuration;
import java.lang.module.FindException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Requires;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.lang.module.ResolutionException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import org.neuralredshift.api.Extension;
import org.neuralredshift.api.compute.Backend;
import org.neuralredshift.api.metric.Metric;
import org.neuralredshift.api.network.Activation;
import org.neuralredshift.api.network.Layer;
import org.neuralredshift.api.task.Task;

/**
 * The module layer of one plugin, and what it provides.
 *
 * @param extensions by kind, in the order of the descriptor
 */
record PluginLayer(List<Extension> extensions) {
    /**
     * Resolves the modules and creates every provider.
     *
     * @throws RejectedException with the first thing that is wrong
     */
    static PluginLayer open(PluginModules modules, ModuleFinder finder, ModuleLayer host) {
        for (ModuleReference reference : modules.references().values()) {
            checkRequires(reference.descriptor(), modules, host);
            ApiVersion.check(reference.descriptor());
        }
        ModuleLayer layer = define(modules, finder, host);
        List<Extension> extensions = new ArrayList<>();
        provided(layer, Activation.class, extensions);
        provided(layer, Layer.class, extensions);
        provided(layer, Metric.class, extensions);
        provided(layer, Task.class, extensions);
        provided(layer, Backend.class, extensions);
        return new PluginLayer(List.copyOf(extensions));
    }

    private static void checkRequires(ModuleDescriptor module, PluginModules modules, ModuleLayer host) {
        for (Requires requires : module.requires()) {
            String name = requires.name();
            boolean found = requires.modifiers().contains(Requires.Modifier.STATIC)
                    || modules.references().containsKey(name)
                    || host.findModule(name).isPresent();
            if (!found) {
                String step = ModuleFinder.ofSystem().find(name).isPresent()
                        ? "It is part of Java but not loaded: start Java with --add-modules " + name + "."
                        : "Add its JAR to the plugin's folder called modules.";
                throw new RejectedException(
                        RejectionCode.MISSING_MODULE,
                        module.name() + " requires the module " + name
                                + ", which is neither in the plugin nor in the host. " + step);
            }
        }
    }

    @SuppressWarnings("restricted") // native access is passed on by the rule that PluginLoader states
    private static ModuleLayer define(PluginModules modules, ModuleFinder finder, ModuleLayer host) {
        List<String> roots =
                modules.roots().stream().map(ModuleDescriptor::name).toList();
        try {
            Configuration configuration =
                    host.configuration().resolveAndBind(finder, ModuleFinder.of(), Set.copyOf(roots));
            ModuleLayer.Controller controller = ModuleLayer.defineModulesWithOneLoader(
                    configuration, List.of(host), ClassLoader.getPlatformClassLoader());
            ModuleLayer layer = controller.layer();
            if (PluginLayer.class.getModule().isNativeAccessEnabled()) {
                roots.forEach(root ->
                        controller.enableNativeAccess(layer.findModule(root).orElseThrow()));
            }
            return layer;
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

    /** Adds what this layer, and not a parent of it, provides of one service type. */
    private static <T extends Extension> void provided(ModuleLayer layer, Class<T> type, List<Extension> out) {
        Set<String> ids = new HashSet<>();
        try {
            for (ServiceLoader.Provider<T> provider :
                    ServiceLoader.load(layer, type).stream().toList()) {
                if (provider.type().getModule().getLayer() != layer) {
                    continue;
                }
                T extension = provider.get();
                ExtensionContract.check(extension);
                if (!ids.add(extension.id())) {
                    throw new RejectedException(
                            RejectionCode.DUPLICATE_ID,
                            "It provides " + ExtensionKind.of(type).word() + "/" + extension.id() + " twice, once as "
                                    + extension.getClass().getName() + ". Rename one of the two.");
                }
                out.add(extension);
            }
        } catch (RejectedException e) {
            throw e;
        } catch (Throwable e) {
            throw new RejectedException(RejectionCode.CONSTRUCTOR, sentence(type, e), e);
        }
    }

    private static String sentence(Class<?> type, Throwable thrown) {
        Throwable cause =
                thrown instanceof ServiceConfigurationError && thrown.getCause() != null ? thrown.getCause() : thrown;
        String place = cause.getStackTrace().length == 0 ? "" : " at " + cause.getStackTrace()[0];
        String what = thrown == cause ? "" : " (" + thrown.getMessage() + ")";
        return "A provider of " + type.getSimpleName() + " cannot be created: " + cause + place + what
                + ". This is a fault of the plugin: tell its author.";
    }
}
