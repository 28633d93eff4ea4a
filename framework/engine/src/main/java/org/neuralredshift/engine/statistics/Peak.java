package org.neuralredshift.engine.statistics;

import java.util.Arrays;

/**
 * Where a quadratic fit is largest, with an interval over seeds: all points of a seed are resampled together.
 *
 * @param fit through all points
 * @param logarithmic whether the fit is over the natural logarithm of x
 * @param at x of the largest value on the range; it and its interval end where the range ends
 * @param points how many there are
 */
public record Peak(QuadraticFit fit, boolean logarithmic, Estimate at, int points) {
    /**
     * Fits points.
     *
     * @param x abscissas; positive if logarithmic
     * @param y as many finite numbers
     * @param seeds of the points, from 0
     * @param count of seeds
     */
    public static Peak of(double[] x, double[] y, int[] seeds, int count, boolean logarithmic) {
        double[] u = logarithmic ? Arrays.stream(x).map(Math::log).toArray() : x.clone();
        int[] ones = new int[u.length];
        Arrays.fill(ones, 1);
        QuadraticFit fit = QuadraticFit.of(u, y, ones);
        Estimate at = Bootstrap.of(count, counts -> {
            int[] weights = new int[u.length];
            for (int i = 0; i < u.length; i++) {
                weights[i] = counts[seeds[i]];
            }
            return QuadraticFit.of(u, y, weights).argmax();
        });
        return new Peak(fit, logarithmic, logarithmic ? exponential(at) : at, u.length);
    }

    private static Estimate exponential(Estimate at) {
        return new Estimate(Math.exp(at.value()), Math.exp(at.low()), Math.exp(at.high()), at.units());
    }

    /** The value of the fit. */
    public double value(double x) {
        return fit.at(logarithmic ? Math.log(x) : x);
    }
}
