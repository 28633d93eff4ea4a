package org.neuralredshift.testkit.plain;

import java.util.List;
import java.util.Optional;
import org.neuralredshift.api.Description;
import org.neuralredshift.api.data.Extent;
import org.neuralredshift.api.data.SampleSpec;
import org.neuralredshift.api.expression.Scalar;
import org.neuralredshift.api.graph.GraphBuilder;
import org.neuralredshift.api.graph.Tensor;
import org.neuralredshift.api.metric.Measurement;
import org.neuralredshift.api.metric.Metric;
import org.neuralredshift.api.metric.MetricGraph;
import org.neuralredshift.api.metric.Probe;
import org.neuralredshift.api.metric.SampledTensor;
import org.neuralredshift.api.parameter.Parameters;

/** The mean difference of successive samples over their range, so that a task has something to measure. */
public final class PlainMetric implements Metric {
    /** A metric without state. */
    public PlainMetric() {}

    @Override
    public String id() {
        return "roughness";
    }

    @Override
    public int revision() {
        return 1;
    }

    @Override
    public Description description() {
        return Description.of("The test kit's own metric: the mean difference of successive samples over their range.");
    }

    @Override
    public Probe prepare(SampleSpec spec, Parameters parameters) {
        return (function, out) -> {
            float[] values = function.values();
            double low = values[0];
            double high = values[0];
            double sum = 0;
            for (int i = 1; i < values.length; i++) {
                low = Math.min(low, values[i]);
                high = Math.max(high, values[i]);
                sum += Math.abs((double) values[i] - values[i - 1]);
            }
            out.value(sum / (values.length - 1) / (high - low));
            out.raw(sum);
        };
    }

    @Override
    public Optional<MetricGraph> graph(SampleSpec spec, Parameters parameters) {
        return Optional.of(new Program(spec.points()));
    }

    /** The sum of all differences over the range. */
    private record Program(int points) implements MetricGraph {
        @Override
        public List<Tensor> append(GraphBuilder graph, SampledTensor function) {
            Tensor before = graph.slice(function.scaled(), 0, 0, points - 1);
            Tensor after = graph.slice(function.scaled(), 0, 1, points);
            Scalar difference = Scalar.input(0).minus(Scalar.input(1)).abs().dividedBy(Scalar.input(2));
            Tensor differences = graph.map(difference, after, before, function.range());
            return List.of(graph.reduce(Tensor.Reduction.SUM, differences, 0));
        }

        @Override
        public void read(float[] numbers, Extent extent, Measurement out) {
            out.value(numbers[0] / (points - 1));
            out.raw(numbers[0] * extent.range());
        }
    }
}
