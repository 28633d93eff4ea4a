package org.neuralredshift.metrics.spectral.polynomial;

import org.neuralredshift.api.data.Status;
import org.neuralredshift.api.metric.Measurement;

/** The mean order of {@link PolynomialProbe} from the sums over the terms of each order, and its scale; all in float64. */
final class OrderMean {
    /** What is below this part of a magnitude is rounding of the float32 samples. */
    private static final double NOTHING = 1e-4;

    private final int highest;
    private final Orders orders;
    private final boolean power;
    private final double scale;

    /**
     * @param projection what brings samples to coefficients, {@code [highest + 1][size]}
     * @param white whether the value is divided by the mean order of white noise
     */
    OrderMean(double[][] projection, Orders orders, boolean power, boolean white) {
        this.highest = projection.length - 1;
        this.orders = orders;
        this.power = power;
        this.scale = white ? whiteMean(projection) : 1;
    }

    private double whiteMean(double[][] projection) {
        int extent = highest + 1;
        double[] variance = new double[extent];
        for (int i = 0; i < extent; i++) {
            for (double value : projection[i]) {
                variance[i] += value * value;
            }
        }
        double[] terms = new double[extent * extent];
        for (int i = 0; i < extent; i++) {
            for (int j = 0; j < extent; j++) {
                double expected = variance[i] * variance[j];
                terms[i * extent + j] = power ? expected : Math.sqrt(expected);
            }
        }
        double[] spectrum = new double[highest];
        orders.add(terms, highest, spectrum);
        return meanOrder(spectrum, 1);
    }

    /** Brings sums over the terms of an order to their means times a unit. */
    private double meanOrder(double[] spectrum, double unit) {
        double moment = 0;
        double total = 0;
        for (int k = 1; k <= highest; k++) {
            spectrum[k - 1] *= unit / orders.terms(k);
            moment += k * spectrum[k - 1];
            total += spectrum[k - 1];
        }
        return moment / total;
    }

    /** The highest order. */
    int highest() {
        return highest;
    }

    /** The order of a term. */
    Orders orders() {
        return orders;
    }

    /** Whether terms weigh by their squares. */
    boolean isPower() {
        return power;
    }

    /**
     * Whether anything varies that the weight does not hide; if not, says so.
     *
     * @param mean the weighted mean of the function
     * @param deviation its weighted standard deviation
     */
    boolean varies(double mean, double deviation, Measurement out) {
        if (deviation <= NOTHING * Math.abs(mean)) {
            out.status(Status.ROUNDING_NOISE, "next to nothing varies where the weight of these polynomials is");
            return false;
        }
        return true;
    }

    /**
     * Measures.
     *
     * @param spectrum the sum over order k at k-1, of samples divided by the unit; gets the amplitudes of the function
     * @param energy the sum of the squares of all coefficients of orders 1 to the highest, of such samples
     * @param unit what one is in units of the function
     * @param deviation the weighted standard deviation of the function
     */
    void measure(double[] spectrum, double energy, double unit, double deviation, Measurement out) {
        if (Math.sqrt(energy) * unit <= NOTHING * deviation) {
            out.status(Status.ROUNDING_NOISE, "all that varies is above order " + highest);
            return;
        }
        double mean = meanOrder(spectrum, power ? unit * unit : unit);
        out.value(mean / scale);
        out.raw(mean);
        out.spectrum(spectrum, spectrum.length);
    }
}
