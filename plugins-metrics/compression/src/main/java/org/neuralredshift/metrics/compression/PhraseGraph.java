package org.neuralredshift.metrics.compression;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.neuralredshift.api.data.Extent;
import org.neuralredshift.api.data.SampleSpec;
import org.neuralredshift.api.graph.GraphBuilder;
import org.neuralredshift.api.graph.Shape;
import org.neuralredshift.api.graph.Tensor;
import org.neuralredshift.api.metric.Measurement;
import org.neuralredshift.api.metric.MetricGraph;
import org.neuralredshift.api.metric.SampledTensor;
import org.neuralredshift.api.parameter.Parameters;

/**
 * {@code lz78} where a backend has a kernel for it. The order is a gather, as every backend has it. The rest is the kernel
 * {@value #KERNEL}, revision {@value #REVISION}, of the parameters {@code quantisation} and {@code levels} of {@link Reading}:
 * {@code [n]} samples in the order of the sequence, which {@link Quantiser} turns into symbols, give {@code [1]}, the number of
 * phrases of {@link IncrementalParser}. A count is a whole number, so it is that of the host.
 */
final class PhraseGraph implements MetricGraph {
    private static final String KERNEL = "lz78";
    private static final int REVISION = 1;

    private final SampleSpec spec;
    private final Parameters parameters;
    private final double ofRandom;

    /** @param ofRandom the phrases of random sequences */
    PhraseGraph(SampleSpec spec, Parameters parameters, double ofRandom) {
        this.spec = spec;
        this.parameters = parameters;
        this.ofRandom = ofRandom;
    }

    @Override
    public List<Tensor> append(GraphBuilder graph, SampledTensor function) {
        Map<String, Object> own = new LinkedHashMap<>(parameters.values());
        own.remove("scan");
        Tensor sequence = function.values();
        if (!Reading.isInOrder(parameters)) {
            int[] order = Reading.order(spec, parameters);
            double[] rows = new double[order.length];
            for (int i = 0; i < rows.length; i++) {
                rows[i] = order[i];
            }
            Tensor table = graph.reshape(sequence, Shape.of(rows.length, 1));
            Tensor read = graph.gather(table, graph.constant(Shape.of(rows.length), rows));
            sequence = graph.reshape(read, Shape.of(rows.length));
        }
        return List.of(graph.kernel(KERNEL, REVISION, new Parameters(own), sequence, Shape.of(1)));
    }

    @Override
    public void read(float[] numbers, Extent extent, Measurement out) {
        LempelZivMetric.report(numbers[0], ofRandom, out);
    }
}
