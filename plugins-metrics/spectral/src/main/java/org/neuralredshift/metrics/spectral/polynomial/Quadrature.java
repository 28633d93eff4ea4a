package org.neuralredshift.metrics.spectral.polynomial;

import java.util.Arrays;
import org.neuralredshift.api.data.Axis;
import org.neuralredshift.api.parameter.InvalidParameterException;

/**
 * The quadrature of Gauss with a given number of nodes: exact for polynomials of degree 2·size - 1, so that the first
 * {@code size} polynomials of the {@link Basis} are orthonormal on the nodes too.
 *
 * @param basis whose probability weight is integrated
 * @param nodes the roots of p_size, ascending, symmetric about 0 to the bit, to the accuracy of float64
 */
record Quadrature(Basis basis, double[] nodes) implements Nodes {
    /** More orders than this are not taken unless asked for. */
    private static final int USUAL_HIGHEST = 40;

    /** Beyond this the recurrence is scaled down; the part that is lost is far below the rounding of the rest. */
    private static final double LARGE = 1e100;

    /** The nodes by Newton's method, half of them; the others mirror them. */
    static Quadrature of(Basis basis, int size) {
        double[] nodes = new double[size];
        for (int a = 1; a <= size / 2; a++) {
            double node = root(basis, size, basis.guess(a, size));
            nodes[size - a] = node;
            nodes[a - 1] = -node;
        }
        return new Quadrature(basis, nodes);
    }

    private static double root(Basis basis, int size, double guess) {
        double x = guess;
        double step = Double.POSITIVE_INFINITY;
        while (true) {
            double next = x - newtonStep(basis, size, x);
            // Steps get smaller until they are nothing but rounding errors.
            double change = Math.abs(next - x);
            if (!(change < step)) {
                return x;
            }
            step = change;
            x = next;
        }
    }

    /** p_size / p_size'. */
    private static double newtonStep(Basis basis, int size, double x) {
        double before = 0;
        double value = 1;
        double slopeBefore = 0;
        double slope = 0;
        double previous = 0;
        for (int k = 1; k <= size; k++) {
            double next = basis.recurrence(k);
            double valueAfter = (x * value - previous * before) / next;
            double slopeAfter = (value + x * slope - previous * slopeBefore) / next;
            before = value;
            value = valueAfter;
            slopeBefore = slope;
            slope = slopeAfter;
            previous = next;
            if (Math.abs(value) + Math.abs(slope) > LARGE) {
                before /= LARGE;
                value /= LARGE;
                slopeBefore /= LARGE;
                slope /= LARGE;
            }
        }
        return value / slope;
    }

    @Override
    public int size() {
        return nodes.length;
    }

    @Override
    public Axis axis() {
        double extent = extent();
        return new Axis(
                basis.id(),
                Arrays.stream(nodes).map(node -> node / extent).boxed().toList());
    }

    /** What nodes are divided by to lie within [-1, 1]. */
    double extent() {
        return basis.extent(nodes);
    }

    @Override
    public int highest(int wanted) {
        if (wanted >= size()) {
            throw new InvalidParameterException(
                    "orders",
                    wanted,
                    "below " + size() + ", the nodes per axis on a grid of " + size()
                            + ": take fewer orders, or a finer grid");
        }
        return wanted == 0 ? Math.min(USUAL_HIGHEST, size() / 2) : wanted;
    }

    @Override
    public double[] weights() {
        return projection(0)[0];
    }

    /** Weight a times p_i(node a). */
    @Override
    public double[][] projection(int highest) {
        double[][] projection = new double[highest + 1][size()];
        double[] values = new double[size()];
        for (int a = 0; a < size(); a++) {
            double scale = polynomials(nodes[a], values);
            double norm = 0;
            for (double value : values) {
                norm += value * value;
            }
            // The weight is 1/Σ p_k², and p_k is values[k]/scale.
            for (int i = 0; i <= highest; i++) {
                projection[i][a] = values[i] / norm * scale;
            }
        }
        return projection;
    }

    /** Fills in p_0, p_1, ..., all times a common factor, which is returned: they grow beyond float64. */
    private double polynomials(double x, double[] values) {
        double scale = 1;
        values[0] = 1;
        double previous = 0;
        for (int k = 1; k < values.length; k++) {
            double next = basis.recurrence(k);
            values[k] = (x * values[k - 1] - (k == 1 ? 0 : previous * values[k - 2])) / next;
            previous = next;
            if (Math.abs(values[k]) > LARGE) {
                scale /= LARGE;
                for (int i = 0; i <= k; i++) {
                    values[i] /= LARGE;
                }
            }
        }
        return scale;
    }
}
