package org.neuralredshift.metrics.spectral;

/** The arithmetic mean. */
final class Means {
    private Means() {}

    /** Σ values / length, in float64, in eight partial sums that do not wait for one another. */
    static double of(float[] values) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        double e = 0;
        double f = 0;
        double g = 0;
        double h = 0;
        int at = 0;
        for (; at + 8 <= values.length; at += 8) {
            a += values[at];
            b += values[at + 1];
            c += values[at + 2];
            d += values[at + 3];
            e += values[at + 4];
            f += values[at + 5];
            g += values[at + 6];
            h += values[at + 7];
        }
        for (; at < values.length; at++) {
            a += values[at];
        }
        return (((a + b) + (c + d)) + ((e + f) + (g + h))) / values.length;
    }
}
