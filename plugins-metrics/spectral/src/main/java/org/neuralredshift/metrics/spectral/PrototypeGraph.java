package org.neuralredshift.metrics.spectral;

import java.util.Arrays;
import java.util.List;
import org.neuralredshift.api.data.Extent;
import org.neuralredshift.api.expression.Scalar;
import org.neuralredshift.api.graph.GraphBuilder;
import org.neuralredshift.api.graph.Tensor;
import org.neuralredshift.api.metric.Measurement;
import org.neuralredshift.api.metric.MetricGraph;
import org.neuralredshift.api.metric.SampledTensor;

/** What {@link PrototypeProbe} measures, as a program: its numbers are the sums over the rings, and the mean of the samples. */
final class PrototypeGraph implements MetricGraph {
    private final int size;
    private final PrototypeMean mean;
    private final double[] spectrum;

    PrototypeGraph(int size) {
        this.size = size;
        this.mean = new PrototypeMean(size);
        this.spectrum = new double[mean.rings().count()];
    }

    /** Whether a program may hold its tables. */
    static boolean fits(int size) {
        long half = size / 2 + 1;
        return PlaneGraph.fits(half * half, 3 * half / 2);
    }

    @Override
    public List<Tensor> append(GraphBuilder graph, SampledTensor function) {
        PlaneGraph plane = PlaneGraph.of(graph, function, size);
        Tensor squares =
                SpectrumGraph.of(graph, plane.values(), size, Window.NONE).plus();
        float[] ones = new float[mean.half() * mean.half()];
        Arrays.fill(ones, 1);
        Tensor amplitudes = graph.map(Scalar.input(0).sqrt(), squares);
        return List.of(SpectrumGraph.sums(graph, amplitudes, mean.rings(), ones), plane.mean());
    }

    @Override
    public void read(float[] numbers, Extent extent, Measurement out) {
        for (int k = 0; k < spectrum.length; k++) {
            spectrum[k] = numbers[k];
        }
        double average = numbers[spectrum.length + 1] * extent.range();
        double unit = Normalised.unit(extent.low(), extent.high(), average);
        mean.measure(spectrum, extent.range(), unit, out);
    }
}
