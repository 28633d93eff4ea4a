package org.neuralredshift.api.metric;

import static org.neuralredshift.api.annotation.Api.Stability.INCUBATING;

import java.util.Optional;
import java.util.stream.Stream;
import org.neuralredshift.api.annotation.Api;
import org.neuralredshift.api.compute.Backend;
import org.neuralredshift.api.data.SampleSpec;
import org.neuralredshift.api.graph.GraphBuilder;
import org.neuralredshift.api.graph.Shape;
import org.neuralredshift.api.graph.Tensor;
import org.neuralredshift.api.parameter.Parameters;
import org.neuralredshift.api.parameter.Selection;

/**
 * A metric as a study chose it. Rows name it by {@link #name()}, {@link #variant()} and {@link #revision()}.
 *
 * @param metric the plugin
 * @param parameters its resolved parameters
 */
@Api(INCUBATING)
public record MetricSelection(Metric metric, Parameters parameters) {
    /** The part of the id before the colon. */
    public String name() {
        return metric.id().split(":", 2)[0];
    }

    /**
     * The part of the id after the colon, else {@code standard}; then every parameter that is not at its default. Put
     * together anew by each call.
     */
    public String variant() {
        String[] parts = metric.id().split(":", 2);
        String base = parts.length == 2 ? parts[1] : "standard";
        String options = selection().optionText();
        return options.isEmpty() ? base : base + "," + options;
    }

    /** The revision of the metric. */
    public int revision() {
        return metric.revision();
    }

    /** Name and variant as one word: {@code fourier}, {@code fourier:prototype}, {@code lz78[scan=hilbert]}. */
    public String label() {
        return selection().text();
    }

    /**
     * What measures on a backend; empty if the metric has no graph, or one with a kernel that the backend does not offer.
     *
     * @param spec one that the metric takes
     * @throws RuntimeException whatever the metric throws while its graph is prepared, or appended to a program that nobody runs
     */
    public Optional<MetricGraph> graph(SampleSpec spec, Backend backend) {
        return metric.graph(spec, parameters)
                .filter(graph -> kernels(graph, spec).allMatch(backend::offers));
    }

    private static Stream<Tensor.Kernel> kernels(MetricGraph graph, SampleSpec spec) {
        GraphBuilder builder = new GraphBuilder();
        Tensor values = builder.state("f", Shape.of(spec.points()));
        graph.append(builder, SampledTensor.of(builder, spec, values));
        return builder.build().kernels().stream();
    }

    private Selection selection() {
        return Selection.of(metric.id(), metric.parameters(), parameters);
    }
}
