package org.neuralredshift.metrics.spectral;

import java.util.List;
import org.neuralredshift.api.data.Extent;
import org.neuralredshift.api.expression.Scalar;
import org.neuralredshift.api.graph.GraphBuilder;
import org.neuralredshift.api.graph.Tensor;
import org.neuralredshift.api.metric.Measurement;
import org.neuralredshift.api.metric.MetricGraph;
import org.neuralredshift.api.metric.SampledTensor;

/** What {@link FourierProbe} measures, as a program: its numbers are the sums over the rings, and over what is beyond the last. */
final class FourierGraph implements MetricGraph {
    private final int size;
    private final Window window;
    private final boolean power;
    private final RingMean mean;
    private final double[] spectrum;

    FourierGraph(int size, Window window, boolean power, RingMean mean) {
        this.size = size;
        this.window = window;
        this.power = power;
        this.mean = mean;
        this.spectrum = new double[mean.rings().count()];
    }

    /** Whether a program may hold its tables. */
    static boolean fits(int size, Window window) {
        long half = window.extent(size) / 2 + 1;
        return PlaneGraph.fits(half * half, half);
    }

    @Override
    public List<Tensor> append(GraphBuilder graph, SampledTensor function) {
        Tensor plane = PlaneGraph.of(graph, function, size).values();
        SpectrumGraph squares = SpectrumGraph.of(graph, plane, size, window);
        Scalar plus = Scalar.input(0);
        Scalar minus = Scalar.input(1);
        Scalar both = power ? plus.plus(minus) : plus.sqrt().plus(minus.sqrt());
        Tensor folded = graph.map(both, squares.plus(), squares.minus());
        // Of a bin on an axis both are the same one, so half of its share of bins is either's.
        float[] factors = mean.quarter().multiplicities();
        for (int bin = 0; bin < factors.length; bin++) {
            factors[bin] /= 2;
        }
        return List.of(SpectrumGraph.sums(graph, folded, mean.rings(), factors));
    }

    @Override
    public void read(float[] numbers, Extent extent, Measurement out) {
        for (int k = 0; k < spectrum.length; k++) {
            spectrum[k] = numbers[k];
        }
        mean.measure(spectrum, numbers[spectrum.length], extent.range(), out);
    }
}
