package org.neuralredshift.metrics.spectral;

import org.neuralredshift.api.expression.Scalar;
import org.neuralredshift.api.graph.GraphBuilder;
import org.neuralredshift.api.graph.Shape;
import org.neuralredshift.api.graph.Tensor;

/**
 * The two-dimensional Fourier transform of a real square plane in a program: products with cosines and sines, along one axis and
 * then along the other. With c and s the rows of cosines and sines and F = Σ f·exp(-i·(row + column)), the four products cc, cs,
 * sc, ss give F(i, j) = (cc - ss) - i·(sc + cs) and F(-i, j) = (cc + ss) + i·(sc - cs).
 *
 * @param plus {@code [half, half]}, |F(i, j)|² for row and column frequencies 0 to half-1
 * @param minus |F(-i, j)|²
 */
record SpectrumGraph(Tensor plus, Tensor minus) {
    /** Transforms a plane {@code [size, size]}, with the weights of the window. */
    static SpectrumGraph of(GraphBuilder graph, Tensor plane, int size, Window window) {
        int half = window.extent(size) / 2 + 1;
        double[] rows = waves(size, window);
        double[] columns = new double[rows.length];
        for (int k = 0; k < 2 * half; k++) {
            for (int x = 0; x < size; x++) {
                columns[x * 2 * half + k] = rows[k * size + x];
            }
        }
        Tensor down = graph.matrixProduct(graph.constant(Shape.of(2 * half, size), rows), plane);
        Tensor both = graph.matrixProduct(down, graph.constant(Shape.of(size, 2 * half), columns));
        Tensor cc = part(graph, both, 0, 0, half);
        Tensor cs = part(graph, both, 0, half, half);
        Tensor sc = part(graph, both, half, 0, half);
        Tensor ss = part(graph, both, half, half, half);
        Scalar a = Scalar.input(0);
        Scalar b = Scalar.input(1);
        Scalar c = Scalar.input(2);
        Scalar d = Scalar.input(3);
        return new SpectrumGraph(
                graph.map(a.minus(d).squared().plus(c.plus(b).squared()), cc, cs, sc, ss),
                graph.map(a.plus(d).squared().plus(c.minus(b).squared()), cc, cs, sc, ss));
    }

    private static Tensor part(GraphBuilder graph, Tensor both, int row, int column, int half) {
        return graph.slice(graph.slice(both, 0, row, row + half), 1, column, column + half);
    }

    /** {@code [2 half, size]}: for each frequency the weighted cosines of all samples, then the sines; reflected if so wished. */
    private static double[] waves(int size, Window window) {
        int extent = window.extent(size);
        int half = extent / 2 + 1;
        float[] weights = window.weights(size);
        double[] waves = new double[2 * half * size];
        for (int k = 0; k < half; k++) {
            for (int j = 0; j < extent; j++) {
                int sample = window.source(j, size);
                waves[k * size + sample] += weights[j] * UnitRoots.cos((long) j * k, extent);
                waves[(half + k) * size + sample] += weights[j] * UnitRoots.sin((long) j * k, extent);
            }
        }
        return waves;
    }

    /**
     * Adds up a quarter plane by rings.
     *
     * @param quarter {@code [half, half]}
     * @param factors of each bin
     * @return {@code [1, count + 1]}: ring k at k-1, what is beyond the last ring at the end
     */
    static Tensor sums(GraphBuilder graph, Tensor quarter, Rings rings, float[] factors) {
        int columns = rings.count() + 1;
        double[] table = new double[factors.length * columns];
        for (int bin = 0; bin < factors.length; bin++) {
            int ring = rings.ring(bin);
            if (ring > 0) {
                table[bin * columns + ring - 1] = factors[bin];
            }
        }
        Tensor row = graph.reshape(quarter, Shape.of(1, factors.length));
        return graph.matrixProduct(row, graph.constant(Shape.of(factors.length, columns), table));
    }
}
