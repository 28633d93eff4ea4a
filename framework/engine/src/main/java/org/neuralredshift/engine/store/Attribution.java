package org.neuralredshift.engine.store;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.neuralredshift.api.Extension;
import org.neuralredshift.api.compute.Backend;
import org.neuralredshift.api.parameter.Parameter;
import org.neuralredshift.api.task.Trial;
import org.neuralredshift.api.task.TrialBatch;
import org.neuralredshift.engine.plugin.Catalog;
import org.neuralredshift.engine.plugin.ExtensionKind;
import org.neuralredshift.engine.plugin.PluginRecord;
import org.neuralredshift.engine.plugin.Selections;
import org.neuralredshift.engine.study.Plan;

/**
 * Which plugins compute the rows of a batch, as JSON: {@code [{extension: "activation/relu", revision, plugin, sha256:
 * {"relu.jar": "..."}}, ...]} for the task, the backend, the metrics, and what the parameters of its networks name. It stands
 * in the schema of the rows, so that a file of rows that was copied from its folder still tells whose bytes computed it.
 */
public final class Attribution {
    private final Plan plan;
    private final Selections selections;
    private final Backend backend;
    private final Map<Extension, ObjectNode> entries = new IdentityHashMap<>();

    /** Reads the checksums of all plugins that a plan uses. A backend on which metrics measure is said to, {@code measures: true}. */
    public Attribution(Plan plan, Catalog catalog, Backend backend, MeasuredOn measuredOn) {
        this.plan = plan;
        this.selections = new Selections(catalog);
        this.backend = backend;
        Map<PluginRecord, Map<String, String>> sums = new IdentityHashMap<>();
        for (Extension extension : Provenance.used(plan, catalog, List.of(backend))) {
            ObjectNode entry = Json.object();
            entry.put("extension", ExtensionKind.name(extension));
            entry.put("revision", extension.revision());
            catalog.pluginOf(extension).ifPresent(plugin -> {
                entry.put("plugin", plugin.name());
                sums.computeIfAbsent(plugin, PluginRecord::sha256).forEach(entry.putObject("sha256")::put);
            });
            if (extension == backend && measuredOn == MeasuredOn.BACKEND) {
                entry.put("measures", true);
            }
            entries.put(extension, entry);
        }
    }

    /** The id of the backend. */
    String backend() {
        return backend.id();
    }

    /** The text of a batch. May be asked from several threads. */
    String of(TrialBatch batch) {
        Set<Extension> used = new LinkedHashSet<>();
        used.add(plan.resolved().task());
        used.add(backend);
        plan.resolved().metrics().forEach(metric -> used.add(metric.metric()));
        for (Parameter parameter : plan.resolved().task().parameters().parameters()) {
            Set<Object> values = new LinkedHashSet<>();
            for (Trial trial : batch.trials()) {
                values.add(trial.cell().parameters().get(parameter.name()));
            }
            values.forEach(value -> used.addAll(selections.extensions(parameter, value)));
        }
        ArrayNode nodes = Json.object().arrayNode();
        used.stream().map(entries::get).forEach(nodes::add);
        return nodes.toString();
    }
}
