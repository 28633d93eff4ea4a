package org.neuralredshift.cli.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.neuralredshift.api.data.Grid;
import org.neuralredshift.api.metric.MetricSelection;
import org.neuralredshift.api.parameter.InvalidParameterException;
import org.neuralredshift.api.parameter.Parameter;
import org.neuralredshift.api.parameter.ParameterSchema;
import org.neuralredshift.api.task.Task;
import org.neuralredshift.cli.network.SampledNetwork;
import org.neuralredshift.engine.Suggestions;
import org.neuralredshift.engine.UserException;
import org.neuralredshift.engine.plugin.Catalog;
import org.neuralredshift.engine.plugin.MetricSelections;

/** What a configuration names. */
final class BenchNetworks {
    private BenchNetworks() {}

    /** The parameters of these networks. */
    static ParameterSchema schema(Catalog catalog) {
        return catalog.find(Task.class, SampledNetwork.TASK).parameters();
    }

    /** The network, with seed 0. */
    static SampledNetwork network(BenchConfiguration configuration, Catalog catalog) {
        ParameterSchema schema = schema(catalog);
        Map<String, Object> given = new LinkedHashMap<>();
        given.put("activation", configuration.activation());
        given.put("layers", configuration.layers());
        given.put("depth", configuration.depth());
        given.put("width", configuration.width());
        given.put("grid", configuration.grid());
        configuration.parameters().forEach((name, text) -> {
            Parameter parameter = schema.find(name)
                    .orElseThrow(() -> new UserException(
                            "The networks have no parameter " + name + ".", Suggestions.hint(name, schema.names())));
            given.put(name, parameter.parse(text));
        });
        return SampledNetwork.of(schema.resolve(given), catalog, 0, 0);
    }

    /** The metrics, which must work on the grid itself. */
    static List<MetricSelection> metrics(BenchConfiguration configuration, Catalog catalog) {
        List<MetricSelection> metrics = new ArrayList<>();
        Grid grid = Grid.uniform(configuration.grid(), 2);
        for (String text : labels(configuration)) {
            MetricSelection metric = MetricSelections.parse(text, catalog);
            if (!metric.metric().sampling(grid, metric.parameters()).equals(grid)) {
                throw new InvalidParameterException("metrics", text, "metrics of the uniform grid; use --rows");
            }
            metrics.add(metric);
        }
        return metrics;
    }

    /** The labels of the metrics; commas within brackets do not separate. */
    static List<String> labels(BenchConfiguration configuration) {
        return configuration.metrics().isBlank()
                ? List.of()
                : List.of(configuration.metrics().split(",(?![^\\[]*\\])"));
    }
}
