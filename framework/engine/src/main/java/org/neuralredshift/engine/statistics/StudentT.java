package org.neuralredshift.engine.statistics;

/**
 * Student's t distribution with a whole number of degrees of freedom, by the finite sums of Abramowitz and Stegun, 26.7.3
 * and 26.7.4.
 */
final class StudentT {
    private static final int BISECTIONS = 200;

    private StudentT() {}

    /** The probability that |T| is at most {@code t}; t at least 0. */
    static double withinProbability(double t, int degreesOfFreedom) {
        double angle = Math.atan(t / Math.sqrt(degreesOfFreedom));
        double cosine = Math.cos(angle);
        double square = cosine * cosine;
        boolean odd = degreesOfFreedom % 2 == 1;
        double term = odd ? cosine : 1;
        double sum = degreesOfFreedom == 1 ? 0 : term;
        for (int k = odd ? 3 : 2; k < degreesOfFreedom - 1; k += 2) {
            term *= square * (k - 1.0) / k;
            sum += term;
        }
        return odd ? 2 / Math.PI * (angle + Math.sin(angle) * sum) : Math.sin(angle) * sum;
    }

    /** The t for which |T| is at most t with the given probability, in (0, 1). */
    static double within(double probability, int degreesOfFreedom) {
        double low = 0;
        double high = 1;
        while (withinProbability(high, degreesOfFreedom) < probability) {
            low = high;
            high *= 2;
        }
        for (int i = 0; i < BISECTIONS && low < high; i++) {
            double middle = (low + high) / 2;
            if (middle == low || middle == high) {
                break;
            }
            if (withinProbability(middle, degreesOfFreedom) < probability) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }
}
