package org.neuralredshift.engine.plugin;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.neuralredshift.api.Extension;

/**
 * One plugin, loaded apart from all others.
 *
 * @param record how far it came, and why no further
 * @param extensions creates all that it provides, each time anew; none if it is not ready
 * @param nativeAccess lets another layer of its modules call native code if the plugin may, else does nothing
 */
public record LonePlugin(
        PluginRecord record, Supplier<List<Extension>> extensions, Consumer<ModuleLayer.Controller> nativeAccess) {}
