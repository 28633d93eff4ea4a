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
    /** What is below this part of a magnitude is rounding of the float32 samples. */
    private static final double NOTHING = 1e-4;

    /** Weights of Hermite's outer nodes below this are left out. */
    private static final double NEGLIGIBLE = 1e-20;

    private final MatrixProduct product = MatrixProduct.best();
    private final int size;
    private final int highest;
    private final boolean power;
    private final Orders orders;
    private final Deviations deviations;
    /** {@code [highest + 1, size]}: row i brings samples on one axis to order i. */
    private final float[] projection;
    /** The same, transposed. */
    private final float[] transposed;

    private final float[] rows;
    private final float[] coefficients;
    private final double[] terms;
    private final double[] spectrum;
    private final double scale;

    PolynomialProbe(Nodes nodes, int highest, Orders orders, boolean power, boolean white) {
        this.size = nodes.size();
        this.highest = highest;
        this.orders = orders;
        this.power = power;
        this.deviations = new Deviations(nodes.weights());
        int extent = highest + 1;
        double[][] exact = nodes.projection(highest);
        this.projection = new float[extent * size];
        this.transposed = new float[size * extent];
        for (int i = 0; i < extent; i++) {
            for (int a = 0; a < size; a++) {
                projection[i * size + a] = rounded(exact[i][a]);
                transposed[a * extent + i] = rounded(exact[i][a]);
            }
        }
        this.rows = new float[extent * size];
        this.coefficients = new float[extent * extent];
        this.terms = new double[extent * extent];
        this.spectrum = new double[highest];
        this.scale = white ? whiteMean(exact) : 1;
    }

    /**
     * As a float32, but 0 where that is below 1e-20: the samples are at most 1, so it would add nothing to any sum, but make
     * products subnormal, which are slow.
     */
    private static float rounded(double value) {
        return Math.abs(value) < NEGLIGIBLE ? 0 : (float) value;
    }

    private double whiteMean(double[][] exact) {
        int extent = highest + 1;
        double[] variance = new double[extent];
        for (int i = 0; i < extent; i++) {
            for (double value : exact[i]) {
                variance[i] += value * value;
            }
        }
        for (int i = 0; i < extent; i++) {
            for (int j = 0; j < extent; j++) {
                double expected = variance[i] * variance[j];
                terms[i * extent + j] = power ? expected : Math.sqrt(expected);
            }
        }
        orders.add(terms, highest, spectrum);
        return meanOrder(1);
    }

    /** Brings sums over the terms of an order to their means times a unit. */
    private double meanOrder(double unit) {
        double moment = 0;
        double total = 0;
        for (int k = 1; k <= highest; k++) {
            spectrum[k - 1] *= unit / orders.terms(k);
            moment += k * spectrum[k - 1];
            total += spectrum[k - 1];
        }
        return moment / total;
    }

    @Override
    public void measure(Samples function, Measurement out) {
        int extent = highest + 1;
        float[] values = deviations.of(function.values());
        if (deviations.deviation() <= NOTHING * Math.abs(deviations.mean())) {
            out.status(Status.ROUNDING_NOISE, "next to nothing varies where the weight of these polynomials is");
            return;
        }
        product.multiply(projection, values, rows, extent, size, size);
        product.multiply(rows, transposed, coefficients, extent, size, extent);
        double energy = energy();
        double unit = deviations.unit();
        if (Math.sqrt(energy) * unit <= NOTHING * deviations.deviation()) {
            out.status(Status.ROUNDING_NOISE, "all that varies is above order " + highest);
            return;
        }
        orders.add(terms, highest, spectrum);
        double mean = meanOrder(power ? unit * unit : unit);
        out.value(mean / scale);
        out.raw(mean);
        out.spectrum(spectrum, spectrum.length);
    }

    /** Fills in the terms; returns the sum of the squares of those that are not above the highest order. */
    private double energy() {
        double energy = 0;
        for (int i = 0; i <= highest; i++) {
            int last = orders.last(i, highest);
            for (int j = i == 0 ? 1 : 0; j <= last; j++) {
                int at = i * (highest + 1) + j;
                double coefficient = coefficients[at];
                double square = coefficient * coefficient;
                energy += square;
                terms[at] = power ? square : Math.abs(coefficient);
            }
        }
        return energy;
    }
}
