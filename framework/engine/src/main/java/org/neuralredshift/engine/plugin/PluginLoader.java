package org.neuralredshift.engine.plugin;

import java.lang.module.ModuleFinder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.neuralredshift.api.Extension;

/**
 * Loads plugins from folders. A plugin is {@code <name>/modules/*.jar} or a lone {@code <name>.jar}; its modules are
 * explicit and get a {@link ModuleLayer} of their own above the host's.
 *
 * <p>One bad plugin never stops the others: whatever is wrong with it, it ends as a record with a reason.
 *
 * <p>Native access: the modules of a plugin that provide extensions may call restricted methods if and only if the engine
 * itself was given that right at launch ({@code --enable-native-access=org.neuralredshift.engine}). The engine passes on
 * what it has and nothing more.
 */
public final class PluginLoader {
    private PluginLoader() {}

    /**
     * Finds and loads all plugins of these folders.
     *
     * @throws org.neuralredshift.engine.UserException if a folder cannot be listed
     */
    public static PluginSet load(List<Path> folders) {
        ModuleLayer host = hostLayer();
        List<LoadedPlugin> loaded = new ArrayList<>();
        for (Path folder : folders) {
            for (PluginFiles files : PluginFiles.in(folder)) {
                loaded.add(load(files, host));
            }
        }
        List<LoadedPlugin> distinct = rejectDuplicates(loaded);
        Map<Extension, PluginRecord> providers = new IdentityHashMap<>();
        List<Extension> extensions = new ArrayList<>();
        for (LoadedPlugin plugin : distinct) {
            for (Extension extension : plugin.extensions()) {
                providers.put(extension, plugin.record());
                extensions.add(extension);
            }
        }
        return new PluginSet(distinct.stream().map(LoadedPlugin::record).toList(), new Catalog(providers, extensions));
    }

    /** The layer that the engine itself runs in; the boot layer when it is launched as shipped. */
    private static ModuleLayer hostLayer() {
        ModuleLayer own = PluginLoader.class.getModule().getLayer();
        return own == null ? ModuleLayer.boot() : own;
    }

    private static LoadedPlugin load(PluginFiles files, ModuleLayer host) {
        PluginModules modules = null;
        try {
            modules = PluginModules.inspect(files, host);
            ModuleFinder finder = modules.finder();
            List<Extension> extensions = PluginLayer.open(modules, finder, host).extensions();
            PluginRecord record = modules.record(files);
            return new LoadedPlugin(record.providing(names(extensions)), extensions);
        } catch (RejectedException e) {
            PluginRecord record = modules == null ? files.record() : modules.record(files);
            return new LoadedPlugin(record.rejected(e.code(), e.sentence()), List.of());
        }
    }

    private static List<LoadedPlugin> rejectDuplicates(List<LoadedPlugin> plugins) {
        Map<String, List<PluginRecord>> owners = new LinkedHashMap<>();
        for (LoadedPlugin plugin : plugins) {
            for (String name : names(plugin.extensions())) {
                owners.computeIfAbsent(name, n -> new ArrayList<>()).add(plugin.record());
            }
        }
        List<LoadedPlugin> out = new ArrayList<>();
        for (LoadedPlugin plugin : plugins) {
            String sentence = names(plugin.extensions()).stream()
                    .distinct()
                    .filter(name -> owners.getOrDefault(name, List.of()).size() > 1)
                    .map(name -> name + " is provided by "
                            + owners.getOrDefault(name, List.of()).stream()
                                    .map(owner -> owner.path().toString())
                                    .distinct()
                                    .collect(Collectors.joining(" and ")))
                    .collect(Collectors.joining("; "));
            out.add(
                    sentence.isEmpty()
                            ? plugin
                            : new LoadedPlugin(
                                    plugin.record()
                                            .rejected(
                                                    RejectionCode.DUPLICATE_ID,
                                                    sentence + ". An id must mean one thing:"
                                                            + " remove all but one of them."),
                                    List.of()));
        }
        return out;
    }

    private static List<String> names(List<Extension> extensions) {
        return extensions.stream()
                .map(e -> ExtensionKind.of(e).word() + "/" + e.id())
                .toList();
    }

    private record LoadedPlugin(PluginRecord record, List<Extension> extensions) {}
}
