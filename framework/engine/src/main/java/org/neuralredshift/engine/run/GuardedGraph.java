package org.neuralredshift.engine.run;

import java.util.List;
import java.util.Optional;
import org.neuralredshift.api.compute.Backend;
import org.neuralredshift.api.data.Extent;
import org.neuralredshift.api.data.SampleSpec;
import org.neuralredshift.api.data.Status;
import org.neuralredshift.api.graph.GraphBuilder;
import org.neuralredshift.api.graph.Tensor;
import org.neuralredshift.api.metric.Measurement;
import org.neuralredshift.api.metric.MetricGraph;
import org.neuralredshift.api.metric.MetricSelection;
import org.neuralredshift.api.metric.SampledTensor;

/** The graph of a metric, held to its contract as {@link GuardedProbe} holds a probe. */
final class GuardedGraph implements MetricGraph {
    private final String metric;
    private final MetricGraph graph;

    private GuardedGraph(String metric, MetricGraph graph) {
        this.metric = metric;
        this.graph = graph;
    }

    /**
     * Prepares the graph of a metric, if it has one that the backend runs, and appends it once to a program that nobody runs.
     *
     * @throws RuntimeException if that fails: then it would fail the whole program, and with it all metrics
     */
    static Optional<MetricGraph> prepare(MetricSelection metric, SampleSpec spec, Backend backend) {
        return metric.graph(spec, backend).map(tried -> new GuardedGraph(metric.label(), tried));
    }

    @Override
    public List<Tensor> append(GraphBuilder builder, SampledTensor function) {
        return graph.append(builder, function);
    }

    @Override
    public void read(float[] numbers, Extent extent, Measurement out) {
        try {
            graph.read(numbers, extent, out);
        } catch (RuntimeException | Error e) {
            if (RunEnd.of(e) != null) {
                throw e;
            }
            out.clear();
            out.status(Status.FAILED, GuardedProbe.reason(metric, e));
        }
        if (out.status() == Status.OK && !Double.isFinite(out.value())) {
            out.status(Status.FAILED, metric + " gave " + out.value());
        }
    }
}
