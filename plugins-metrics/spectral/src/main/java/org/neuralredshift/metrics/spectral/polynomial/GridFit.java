package org.neuralredshift.metrics.spectral.polynomial;

import java.util.Arrays;
import org.neuralredshift.api.data.Axis;
import org.neuralredshift.api.parameter.InvalidParameterException;

/**
 * Least squares on a uniform axis of n points: the c_0..c_K that minimise Σ_a w_a·(f(x_a) - Σ_k c_k·p_k(x_a))². On the
 * square, the fit of one axis after the other is the least-squares fit of all products p_i·p_j with the weights w_a·w_b.
 *
 * <p>w_a is the integral of the basis' weight over the cell of x_a, the interval half a step to either side as far as the
 * weight reaches; all are divided by their sum. So the ends of Chebyshev's weight, where it is infinite, get finite weights,
 * and Legendre's are those of the trapezoidal rule. Hermite's integrals are by the midpoint rule. Its axis reaches as far
 * as the quadrature of n nodes: x = ±1 of the square is the outermost Gauss-Hermite node.
 *
 * <p><b>Amplification</b>: if independent errors of the samples have the variance 1/w_a, those of c_k have the variance
 * (G⁻¹)_kk, where G_jk = Σ_a w_a·p_j·p_k. On a quadrature that is 1. On a uniform axis it grows without bound once K is some
 * 3√n, since points are then too far apart near the ends, where polynomials oscillate most. The amplification of a fit is
 * the largest √(G⁻¹)_kk, and a fit is sound while that is at most 2: up to order 12 of Chebyshev's polynomials on 20
 * points, 24 on 64, 35 on 128, and 26 of Legendre's on 64. There, values of random networks correlate to 0.997 with those on
 * the basis' own nodes; at an amplification of 3 to 0.99, at 40 to 0.8, and at 4,000 (order 40 on 64 points) to 0.46. Hermite's
 * weight has all but vanished at the ends, so its fit is sound up to three quarters of the points.
 */
final class GridFit implements Nodes {
    /** More orders than this are not taken unless asked for. */
    private static final int USUAL_HIGHEST = 20;

    /** The largest amplification of a sound fit. */
    private static final double SOUND = 2;

    private final Basis basis;
    private final Axis axis;
    /** Of the basis' own argument. */
    private final double[] nodes;

    private final double[] weights;

    GridFit(Basis basis, int size) {
        this.basis = basis;
        this.axis = Axis.uniform(size);
        double extent = Quadrature.of(basis, size).extent();
        this.nodes = axis.nodes().stream().mapToDouble(x -> x * extent).toArray();
        double half = extent / (size - 1);
        double[] masses =
                Arrays.stream(nodes).map(x -> basis.mass(x - half, x + half)).toArray();
        double total = Arrays.stream(masses).sum();
        this.weights = Arrays.stream(masses).map(mass -> mass / total).toArray();
    }

    @Override
    public int size() {
        return nodes.length;
    }

    @Override
    public Axis axis() {
        return axis;
    }

    @Override
    public double[] weights() {
        return weights.clone();
    }

    @Override
    public int highest(int wanted) {
        int most = wanted == 0 ? Math.min(USUAL_HIGHEST, size() / 2) : Math.min(wanted, size() - 1);
        LeastSquares fit = fit(most);
        int sound = fit.amplification() <= SOUND ? fit.columns() - 1 : fit.columns() - 2;
        if (wanted > sound) {
            throw new InvalidParameterException(
                    "orders",
                    wanted,
                    "at most " + sound + " to fit " + basis.id() + " polynomials to " + size()
                            + " equispaced points, since higher orders amplify noise more than twofold: take fewer orders, a"
                            + " finer grid, or nodes=own");
        }
        return sound;
    }

    @Override
    public double[][] projection(int highest) {
        double[][] projection = fit(highest).pseudoInverse();
        for (double[] row : projection) {
            for (int a = 0; a < row.length; a++) {
                row[a] *= Math.sqrt(weights[a]);
            }
        }
        return projection;
    }

    /** Fits √w·p_0, √w·p_1, ... up to an order, or to the first that makes the fit unsound. */
    private LeastSquares fit(int highest) {
        LeastSquares fit = new LeastSquares(size());
        double[] before = new double[size()];
        double[] column = Arrays.stream(weights).map(Math::sqrt).toArray();
        fit.add(column);
        double previous = 0;
        for (int k = 1; k <= highest && fit.amplification() <= SOUND; k++) {
            double next = basis.recurrence(k);
            double[] after = new double[size()];
            for (int a = 0; a < after.length; a++) {
                after[a] = (nodes[a] * column[a] - previous * before[a]) / next;
            }
            fit.add(after);
            before = column;
            column = after;
            previous = next;
        }
        return fit;
    }
}
