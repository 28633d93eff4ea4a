package org.neuralredshift.cli.command;

import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.neuralredshift.api.Extension;
import org.neuralredshift.engine.plugin.Catalog;
import org.neuralredshift.engine.plugin.ExtensionKind;
import org.neuralredshift.engine.plugin.PluginRecord;

/** Whose bytes computed something, as records tell it. Every archive is read once. */
final class ComputedBy {
    private final Catalog catalog;
    private final Map<PluginRecord, Map<String, String>> sums = new IdentityHashMap<>();

    ComputedBy(Catalog catalog) {
        this.catalog = catalog;
    }

    /** The plugin of an extension and the SHA-256 of its archives; empty if it comes from none. */
    Map<String, Object> plugin(Extension extension) {
        Map<String, Object> record = new LinkedHashMap<>();
        catalog.pluginOf(extension).ifPresent(plugin -> {
            record.put("plugin", plugin.name());
            record.put("sha256", sums.computeIfAbsent(plugin, PluginRecord::sha256));
        });
        return record;
    }

    /** Also kind, id and revision of the extension. */
    Map<String, Object> extension(Extension extension) {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("extension", ExtensionKind.name(extension));
        record.put("revision", extension.revision());
        record.putAll(plugin(extension));
        return record;
    }
}
