package org.neuralredshift.engine.plugin;

import java.util.List;

/**
 * All plugins that were found.
 *
 * @param plugins used or not, in the order of the folders, by name within a folder
 * @param catalog what the ready ones provide
 */
public record PluginSet(List<PluginRecord> plugins, Catalog catalog) {
    public PluginSet {
        plugins = List.copyOf(plugins);
    }
}
