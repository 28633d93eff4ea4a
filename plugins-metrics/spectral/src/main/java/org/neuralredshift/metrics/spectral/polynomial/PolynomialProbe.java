package org.neuralredshift.metrics.spectral.polynomial;

import org.neuralredshift.api.data.Samples;
import org.neuralredshift.api.data.Status;
import org.neuralredshift.api.metric.Measurement;
import org.neuralredshift.api.metric.Probe;

/**
 * Mean order Σ k·f(k) / Σ f(k), k = 1..K, f(k) the mean of |c(i, j)| (or of its square) over the terms of order k. The
 * coefficients c(i, j) = Σ_a Σ_b m_i(x_b)·m_j(x_a)·f are two products of matrices in float32, where m is the projection of
 * the {@link Nodes}: w_a·p_i(x_a) on a {@link Quadrature}, least squares for a {@link GridFit}. They are in units of the
 * function, since the weights add up to 1. Other sums are in float64.
 *
 * <p>The scale {@code white} is this same quotient for the expected spectrum of Gaussian white noise on the nodes:
 * E c(i, j)² = v_i·v_j with v_i = Σ_a m_i(x_a)², and E|c| = √(2/π · E c²). Noise then measures 1 up to the
 * quotient's own bias, at 64 nodes below 0.005; for the power 0.015 on Chebyshev polynomials fitted to a uniform grid, whose
 * ends weigh most, and 0.05 on Hermite polynomials, few of whose nodes have weight.
 *
 * <p>A function whose weighted deviation is below 1e-4 of its weighted mean, or which has next to nothing at or below
 * order K, is {@link Status#ROUNDING_NOISE}.
 */
final class PolynomialProbe implements Probe {
    /** Weights of Hermite's outer nodes below this are left out. */
    private static final double NEGLIGIBLE = 1e-20;

    private final MatrixProduct product = MatrixProduct.best();
    private final int size;
    private final int highest;
    private final OrderMean mean;
    private final Deviations deviations;
    /** {@code [highest + 1, size]}: row i brings samples on one axis to order i. */
    private final float[] projection;
    /** The same, transposed. */
    private final float[] transposed;

    private final float[] rows;
    private final float[] coefficients;
    private final double[] terms;
    private final double[] spectrum;

    /**
     * @param weights of the nodes of each axis
     * @param exact the projection, {@code [highest + 1][nodes]}
     */
    PolynomialProbe(double[] weights, double[][] exact, OrderMean mean) {
        this.size = weights.length;
        this.highest = mean.highest();
        this.mean = mean;
        this.deviations = new Deviations(weights);
        int extent = highest + 1;
        this.projection = new float[extent * size];
        this.transposed = new float[size * extent];
        for (int i = 0; i < extent; i++) {
            for (int a = 0; a < size; a++) {
                float rounded = (float) withoutNegligible(exact[i][a]);
                projection[i * size + a] = rounded;
                transposed[a * extent + i] = rounded;
            }
        }
        this.rows = new float[extent * size];
        this.coefficients = new float[extent * extent];
        this.terms = new double[extent * extent];
        this.spectrum = new double[highest];
    }

    /**
     * The value, but 0 where that is below 1e-20: the samples are at most 1, so it would add nothing to any sum, but make
     * products subnormal, which are slow.
     */
    static double withoutNegligible(double value) {
        return Math.abs(value) < NEGLIGIBLE ? 0 : value;
    }

    @Override
    public void measure(Samples function, Measurement out) {
        int extent = highest + 1;
        float[] values = deviations.of(function.values());
        if (!mean.varies(deviations.mean(), deviations.deviation(), out)) {
            return;
        }
        product.multiply(projection, values, rows, extent, size, size);
        product.multiply(rows, transposed, coefficients, extent, size, extent);
        double energy = energy();
        mean.orders().add(terms, highest, spectrum);
        mean.measure(spectrum, energy, deviations.unit(), deviations.deviation(), out);
    }

    /** Fills in the terms; returns the sum of the squares of those that are not above the highest order. */
    private double energy() {
        double energy = 0;
        for (int i = 0; i <= highest; i++) {
            int last = mean.orders().last(i, highest);
            for (int j = i == 0 ? 1 : 0; j <= last; j++) {
                int at = i * (highest + 1) + j;
                double coefficient = coefficients[at];
                double square = coefficient * coefficient;
                energy += square;
                terms[at] = mean.isPower() ? square : Math.abs(coefficient);
            }
        }
        return energy;
    }
}
