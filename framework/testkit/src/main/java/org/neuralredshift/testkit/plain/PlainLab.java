package org.neuralredshift.testkit.plain;

import java.util.List;
import java.util.Optional;
import org.neuralredshift.api.Extension;
import org.neuralredshift.api.compute.Backend;
import org.neuralredshift.api.data.Memory;
import org.neuralredshift.api.data.SampleSpec;
import org.neuralredshift.api.learning.Dataset;
import org.neuralredshift.api.metric.Metric;
import org.neuralredshift.api.metric.MetricGraph;
import org.neuralredshift.api.metric.MetricSelection;
import org.neuralredshift.api.metric.Probe;
import org.neuralredshift.api.network.Activation;
import org.neuralredshift.api.network.Layer;
import org.neuralredshift.api.task.Lab;

/**
 * What a task is offered.
 *
 * @param activations by their ids
 * @param layers by their ids
 * @param datasets by their ids
 * @param metrics with default parameters
 * @param backend to compute on
 * @param memory to account for
 * @param onBackend whether metrics that have a program measure by it
 */
public record PlainLab(
        List<Activation> activations,
        List<Layer> layers,
        List<Dataset> datasets,
        List<MetricSelection> metrics,
        Backend backend,
        Memory memory,
        boolean onBackend)
        implements Lab {
    /** A lab with all metrics at their defaults; {@code onBackend} as above. */
    public static PlainLab of(
            List<Activation> activations,
            List<Layer> layers,
            List<Dataset> datasets,
            List<Metric> metrics,
            Backend backend,
            Memory memory,
            boolean onBackend) {
        List<MetricSelection> selections = metrics.stream()
                .map(metric -> new MetricSelection(metric, metric.parameters().defaults()))
                .toList();
        return new PlainLab(activations, layers, datasets, selections, backend, memory, onBackend);
    }

    @Override
    public Activation activation(String id) {
        return named(activations, "activation", id);
    }

    @Override
    public Layer layer(String id) {
        return named(layers, "layer", id);
    }

    @Override
    public Dataset dataset(String id) {
        return named(datasets, "dataset", id);
    }

    private static <E extends Extension> E named(List<E> extensions, String kind, String id) {
        return extensions.stream()
                .filter(extension -> extension.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "no " + kind + " " + id + " in the test: override " + kind + "s()"));
    }

    @Override
    public Probe probe(MetricSelection metric, SampleSpec spec) {
        return metric.metric().prepare(spec, metric.parameters());
    }

    @Override
    public Optional<MetricGraph> graph(MetricSelection metric, SampleSpec spec) {
        return onBackend ? metric.graph(spec, backend) : Optional.empty();
    }
}
