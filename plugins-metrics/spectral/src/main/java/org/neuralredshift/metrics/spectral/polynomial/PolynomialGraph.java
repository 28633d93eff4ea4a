package org.neuralredshift.metrics.spectral.polynomial;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.neuralredshift.api.data.Extent;
import org.neuralredshift.api.expression.Scalar;
import org.neuralredshift.api.graph.GraphBuilder;
import org.neuralredshift.api.graph.Shape;
import org.neuralredshift.api.graph.Tensor;
import org.neuralredshift.api.metric.Measurement;
import org.neuralredshift.api.metric.MetricGraph;
import org.neuralredshift.api.metric.SampledTensor;
import org.neuralredshift.metrics.spectral.PlaneGraph;

/**
 * What {@link PolynomialProbe} measures, as a program. Its numbers are the sums over the orders, the sum of the squared
 * coefficients, the weighted mean of the squared samples, and the weighted mean.
 */
final class PolynomialGraph implements MetricGraph {
    private final double[] weights;
    private final double[][] projection;
    private final OrderMean mean;
    private final double[] spectrum;

    /**
     * @param weights of the nodes of each axis
     * @param projection {@code [highest + 1][nodes]}
     */
    PolynomialGraph(double[] weights, double[][] projection, OrderMean mean) {
        this.weights =
                Arrays.stream(weights).map(PolynomialProbe::withoutNegligible).toArray();
        this.projection = projection;
        this.mean = mean;
        this.spectrum = new double[mean.highest()];
    }

    /** Whether a program may hold its tables. */
    static boolean fits(int size, int highest) {
        long terms = (highest + 1L) * (highest + 1L);
        return PlaneGraph.fits(terms, highest) && PlaneGraph.fits(size, highest + 1L);
    }

    @Override
    public List<Tensor> append(GraphBuilder graph, SampledTensor function) {
        int size = weights.length;
        int extent = mean.highest() + 1;
        PlaneGraph plane = PlaneGraph.of(graph, function, weights);
        double[] rows = new double[extent * size];
        double[] columns = new double[size * extent];
        for (int i = 0; i < extent; i++) {
            for (int a = 0; a < size; a++) {
                rows[i * size + a] = PolynomialProbe.withoutNegligible(projection[i][a]);
                columns[a * extent + i] = rows[i * size + a];
            }
        }
        Tensor onOneAxis = graph.matrixProduct(graph.constant(Shape.of(extent, size), rows), plane.values());
        Tensor onBoth = graph.matrixProduct(onOneAxis, graph.constant(Shape.of(size, extent), columns));
        Tensor coefficients = graph.reshape(onBoth, Shape.of(1, extent * extent));
        Scalar c = Scalar.input(0);
        Tensor squares = graph.map(c.squared(), coefficients);
        Tensor terms = mean.isPower() ? squares : graph.map(c.abs(), coefficients);
        List<Tensor> numbers = new ArrayList<>();
        numbers.add(graph.matrixProduct(terms, table(graph)));
        numbers.add(graph.matrixProduct(squares, energy(graph)));
        numbers.add(PlaneGraph.mean(graph, graph.map(c.squared(), plane.values()), weights));
        numbers.add(plane.mean());
        return numbers;
    }

    /** {@code [terms, highest]}: which term is of which order. */
    private Tensor table(GraphBuilder graph) {
        int highest = mean.highest();
        int extent = highest + 1;
        double[] table = new double[extent * extent * highest];
        for (int term = 0; term < extent * extent; term++) {
            int order = mean.orders().of(term / extent, term % extent);
            if (order > 0 && order <= highest) {
                table[term * highest + order - 1] = 1;
            }
        }
        return graph.constant(Shape.of(extent * extent, highest), table);
    }

    /** {@code [terms, 1]}: 1 for every term of an order from 1 to the highest. */
    private Tensor energy(GraphBuilder graph) {
        int extent = mean.highest() + 1;
        double[] counted = new double[extent * extent];
        for (int term = 0; term < counted.length; term++) {
            int order = mean.orders().of(term / extent, term % extent);
            counted[term] = order > 0 && order <= mean.highest() ? 1 : 0;
        }
        return graph.constant(Shape.of(extent * extent, 1), counted);
    }

    @Override
    public void read(float[] numbers, Extent extent, Measurement out) {
        int at = spectrum.length;
        for (int k = 0; k < at; k++) {
            spectrum[k] = numbers[k];
        }
        double unit = extent.range();
        double deviation = unit * Math.sqrt(numbers[at + 1]);
        if (mean.varies(numbers[at + 2] * unit, deviation, out)) {
            mean.measure(spectrum, numbers[at], unit, deviation, out);
        }
    }
}
