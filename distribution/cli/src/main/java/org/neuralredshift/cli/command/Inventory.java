package org.neuralredshift.cli.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.neuralredshift.api.Extension;
import org.neuralredshift.api.compute.Availability;
import org.neuralredshift.api.compute.Backend;
import org.neuralredshift.api.parameter.Parameter;
import org.neuralredshift.api.task.Quantity;
import org.neuralredshift.api.task.ResultSchema;
import org.neuralredshift.api.task.Task;
import org.neuralredshift.engine.plugin.Catalog;
import org.neuralredshift.engine.plugin.ExtensionKind;
import org.neuralredshift.engine.plugin.PluginRecord;
import org.neuralredshift.engine.plugin.PluginSet;

/** What is installed, as records that both the tables and the JSON of several commands show. */
final class Inventory {
    private final PluginSet plugins;

    Inventory(PluginSet plugins) {
        this.plugins = plugins;
    }

    /** One record per extension of a kind; a backend is asked whether it can run. */
    List<Map<String, Object>> extensions(ExtensionKind kind) {
        Catalog catalog = plugins.catalog();
        List<Map<String, Object>> records = new ArrayList<>();
        for (Extension extension : catalog.all(kind.type())) {
            records.add(extension(kind, extension));
        }
        return records;
    }

    /** Kind, id, revision, summary, plugin; of a backend also whether it can run and on what. */
    Map<String, Object> extension(ExtensionKind kind, Extension extension) {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("kind", kind.word());
        record.put("id", extension.id());
        record.put("revision", extension.revision());
        record.put("summary", extension.description().summary());
        plugins.catalog().pluginOf(extension).ifPresent(plugin -> record.put("plugin", plugin.name()));
        if (extension instanceof Backend backend) {
            Availability availability = backend.probe();
            record.put("state", availability.usable() ? "usable" : "not usable");
            record.put("detail", availability.detail());
            if (!availability.findings().isEmpty()) {
                record.put("findings", availability.findings());
            }
        }
        return record;
    }

    /**
     * All there is to tell of one extension.
     *
     * @throws org.neuralredshift.engine.UserException naming the nearest id if there is none of that id
     */
    Map<String, Object> description(ExtensionKind kind, String id) {
        Extension extension = plugins.catalog().find(kind.type(), id);
        Map<String, Object> record = extension(kind, extension);
        record.put("formula", extension.description().formula());
        record.put("source", extension.description().source());
        record.put(
                "parameters",
                extension.parameters().parameters().stream()
                        .map(Inventory::parameter)
                        .toList());
        if (extension instanceof Task task) {
            List<Quantity> quantities = task.quantities(task.parameters().defaults(), plugins.catalog());
            if (!quantities.isEmpty()) {
                record.put(
                        "quantities",
                        quantities.stream().map(Inventory::quantity).toList());
                record.put("stages", task.stages(task.parameters().defaults()));
            }
            record.put(
                    "results",
                    task.results().columns().stream().map(Inventory::column).toList());
        }
        return record;
    }

    private static Map<String, Object> parameter(Parameter parameter) {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("name", parameter.name());
        record.put("type", word(parameter.type()));
        record.put("default", parameter.initial());
        record.put("origin", word(parameter.origin()));
        switch (parameter.type()) {
            case INTEGER, REAL -> {
                record.put("minimum", parameter.minimum());
                record.put("maximum", parameter.maximum());
                record.put("unit", parameter.unit());
            }
            case CHOICE -> record.put("choices", parameter.choices());
            case EXTENSION, COMPOSITION ->
                record.put("kind", parameter.choices().getFirst());
            case FLAG, TEXT -> {}
        }
        record.put("runTime", parameter.runTime());
        record.put("help", parameter.help());
        return record;
    }

    private static Map<String, Object> column(ResultSchema.Column column) {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("name", column.name());
        record.put("type", word(column.type()));
        record.put("unit", column.unit());
        record.put("help", column.help());
        return record;
    }

    private static Map<String, Object> quantity(Quantity quantity) {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("name", quantity.name());
        record.put("unit", quantity.unit());
        record.put("help", quantity.help());
        return record;
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** One record per plugin that was found, with the reason if it is not used. */
    List<Map<String, Object>> plugins() {
        return plugins.plugins().stream().map(Inventory::plugin).toList();
    }

    /** Name, state, where it lies, what it provides, why it was rejected. */
    static Map<String, Object> plugin(PluginRecord plugin) {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("name", plugin.name());
        record.put("state", plugin.state().word());
        record.put("reached", plugin.steps().getLast().state().word());
        record.put("folder", plugin.folder());
        record.put("module", plugin.module());
        record.put("version", plugin.version());
        record.put("path", plugin.path());
        record.put("offers", plugin.offers());
        record.put("provides", plugin.provides());
        plugin.rejection().ifPresent(rejection -> {
            record.put("code", rejection.code().name());
            record.put("reason", rejection.sentence());
        });
        record.put(
                "notices",
                plugin.notices().stream()
                        .map(notice -> Map.of("code", notice.code().name(), "sentence", notice.sentence()))
                        .toList());
        return record;
    }
}
