package org.neuralredshift.engine.statistics;

/**
 * Independent measurements of one quantity.
 *
 * @param count how many; 0 leaves the rest NaN
 * @param mean their mean
 * @param deviation the sample standard deviation (divisor n - 1); NaN for fewer than two
 * @param halfWidth half of the 95 % interval of the mean, by Student's t; NaN for fewer than two
 */
public record Summary(int count, double mean, double deviation, double halfWidth) {
    private static final double CONFIDENCE = 0.95;

    /** Summarises finite values. */
    public static Summary of(double... values) {
        int n = values.length;
        if (n == 0) {
            return new Summary(0, Double.NaN, Double.NaN, Double.NaN);
        }
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        double mean = sum / n;
        if (n == 1) {
            return new Summary(1, mean, Double.NaN, Double.NaN);
        }
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        double deviation = Math.sqrt(squares / (n - 1));
        return new Summary(n, mean, deviation, StudentT.within(CONFIDENCE, n - 1) * deviation / Math.sqrt(n));
    }

    /** The lower end of the 95 % interval; NaN if there is none. */
    public double low() {
        return mean - halfWidth;
    }

    /** The upper end of the 95 % interval; NaN if there is none. */
    public double high() {
        return mean + halfWidth;
    }
}
