package org.neuralredshift.metrics.variation;

import java.util.Arrays;
import org.neuralredshift.api.data.Axis;
import org.neuralredshift.api.data.Samples;
import org.neuralredshift.api.metric.Measurement;
import org.neuralredshift.api.metric.Probe;

/**
 * The mean of (∂f/∂x1)² over the edges along x1, plus the mean of (∂f/∂x2)² over those along x2, divided by the variance of
 * the samples (or not); at least 0, in units of 1/x². In float64.
 *
 * <p>The derivative in the middle of an edge is the central difference of its ends, exact for polynomials of degree 2.
 * Unlike differences over two steps it is not blind to a checkerboard, and the border needs no exception. A wave sin(k·x1)
 * measures what its derivative does times (sin(kh/2)/(kh/2))²; independent noise of unit variance measures 4/h².
 */
final class DirichletProbe implements Probe {
    private final int columns;
    private final int rows;
    private final boolean scaled;
    /** What a sum of squares over the edges along x1 is multiplied by. */
    private final double across;
    /** What a sum of squares over the edges along x2 is multiplied by. */
    private final double down;

    private final double[] acrossSums;
    private final double[] downSums;

    DirichletProbe(Axis x1, Axis x2, boolean scaled) {
        this.columns = x1.size();
        this.rows = x2.size();
        this.scaled = scaled;
        this.across = 1 / (square(step(x1)) * rows * (columns - 1));
        this.down = 1 / (square(step(x2)) * columns * (rows - 1));
        this.acrossSums = new double[columns];
        this.downSums = new double[columns];
    }

    private static double step(Axis axis) {
        return (axis.nodes().getLast() - axis.nodes().getFirst()) / (axis.size() - 1);
    }

    private static double square(double value) {
        return value * value;
    }

    @Override
    public void measure(Samples function, Measurement out) {
        float[] values = function.values();
        double energy = energy(values);
        out.value(scaled ? energy / Variance.of(values) : energy);
        out.raw(energy);
    }

    /**
     * One sum per column, so that every step is a loop over neighbours in memory. What the last column gets from the loops
     * along x1, the differences to the next row, is no edge and left out.
     */
    private double energy(float[] values) {
        Arrays.fill(acrossSums, 0);
        Arrays.fill(downSums, 0);
        for (int row = 0; row < rows - 1; row++) {
            addSquares(values, row * columns, 1, acrossSums, columns);
            addSquares(values, row * columns, columns, downSums, columns);
        }
        addSquares(values, (rows - 1) * columns, 1, acrossSums, columns - 1);
        return across * total(acrossSums, columns - 1) + down * total(downSums, columns);
    }

    private static void addSquares(float[] values, int from, int distance, double[] sums, int count) {
        int next = from + distance;
        for (int at = 0; at < count; at++) {
            double step = (double) values[next + at] - values[from + at];
            sums[at] += step * step;
        }
    }

    private static double total(double[] sums, int count) {
        double total = 0;
        for (int at = 0; at < count; at++) {
            total += sums[at];
        }
        return total;
    }
}
