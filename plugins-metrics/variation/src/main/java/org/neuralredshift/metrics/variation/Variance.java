package org.neuralredshift.metrics.variation;

/** The variance of samples. */
final class Variance {
    private Variance() {}

    /** Σ (value - mean)² / length, in float64, in four partial sums that do not wait for one another. */
    static double of(float[] values) {
        double mean = mean(values);
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int at = 0;
        for (; at + 4 <= values.length; at += 4) {
            a += square(values[at] - mean);
            b += square(values[at + 1] - mean);
            c += square(values[at + 2] - mean);
            d += square(values[at + 3] - mean);
        }
        for (; at < values.length; at++) {
            a += square(values[at] - mean);
        }
        return ((a + b) + (c + d)) / values.length;
    }

    private static double mean(float[] values) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int at = 0;
        for (; at + 4 <= values.length; at += 4) {
            a += values[at];
            b += values[at + 1];
            c += values[at + 2];
            d += values[at + 3];
        }
        for (; at < values.length; at++) {
            a += values[at];
        }
        return ((a + b) + (c + d)) / values.length;
    }

    private static double square(double value) {
        return value * value;
    }
}
