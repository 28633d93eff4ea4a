package org.neuralredshift.metrics.spectral;

import java.util.Arrays;
import org.neuralredshift.api.expression.Scalar;
import org.neuralredshift.api.graph.GraphBuilder;
import org.neuralredshift.api.graph.Shape;
import org.neuralredshift.api.graph.Tensor;
import org.neuralredshift.api.metric.SampledTensor;

/**
 * Samples of a square grid in a program, minus their weighted mean and divided by their range: what {@link Normalised} is to
 * probes, in float32. The mean is subtracted twice, for that of samples with a large offset is not known to the last digit before
 * the offset is gone.
 *
 * @param values {@code [n, n]}, within [-1, 1]
 * @param mean {@code [1, 1]}, the mean of the samples, divided by their range
 */
public record PlaneGraph(Tensor values, Tensor mean) {
    /** A table of constants has at most so many numbers: beyond, the host measures faster than anybody reads such a table. */
    static final int LARGEST_TABLE = 1 << 22;

    private static final Scalar A = Scalar.input(0);
    private static final Scalar B = Scalar.input(1);
    private static final Scalar C = Scalar.input(2);

    /** About the arithmetic mean. */
    static PlaneGraph of(GraphBuilder graph, SampledTensor function, int size) {
        double[] weights = new double[size];
        Arrays.fill(weights, 1.0 / size);
        return of(graph, function, weights);
    }

    /**
     * About a weighted mean.
     *
     * @param weights of the nodes of each of the two axes; they add up to 1
     */
    public static PlaneGraph of(GraphBuilder graph, SampledTensor function, double[] weights) {
        int size = weights.length;
        Tensor plane = graph.reshape(function.scaled(), Shape.of(size, size));
        Tensor first = mean(graph, plane, weights);
        Tensor about = graph.map(A.minus(B), plane, first);
        Tensor second = mean(graph, about, weights);
        Tensor values = graph.map(A.minus(B).dividedBy(C), about, second, function.range());
        Tensor mean = graph.map(A.plus(B).dividedBy(C), first, second, function.range());
        return new PlaneGraph(values, mean);
    }

    /** The mean of a plane {@code [n, n]} with such weights on both axes, {@code [1, 1]}; column after column, then row by row. */
    public static Tensor mean(GraphBuilder graph, Tensor plane, double[] weights) {
        Tensor row = graph.constant(Shape.of(1, weights.length), weights);
        Tensor column = graph.constant(Shape.of(weights.length, 1), weights);
        Tensor inner = graph.reduce(Tensor.Reduction.SUM, graph.map(A.times(B), plane, row), 1);
        return graph.reduce(Tensor.Reduction.SUM, graph.map(A.times(B), inner, column), 0);
    }

    /** Whether a table of so many rows and columns is one that programs may hold. */
    public static boolean fits(long rows, long columns) {
        return rows * columns <= LARGEST_TABLE;
    }
}
