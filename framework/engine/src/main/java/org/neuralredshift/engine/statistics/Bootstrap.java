package org.neuralredshift.engine.statistics;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import org.neuralredshift.api.random.NormalQuantile;
import org.neuralredshift.api.random.RandomStream;

/**
 * Expanded percentile intervals by the bootstrap (Efron and Tibshirani, "An Introduction to the Bootstrap", 1993, chapter
 * 13; Hesterberg, "What Teachers Should Know About the Bootstrap", The American Statistician 69, 2015, section 5.3).
 *
 * <p>Of n independent units, {@value #RESAMPLES} resamples of n units are drawn with replacement; unit
 * {@code floor(w * n / 2^32)} for each word w of a Philox stream whose key is fixed, so that equal measurements always give
 * the same interval. The statistic is computed of each resample. With those values sorted, the ends are the quantiles at p
 * and 1 - p, interpolated linearly between the values at {@code p * (R - 1)}, where
 * {@code p = Phi(-sqrt(n / (n - 1)) * t)}, t the 97.5 % quantile of Student's t with n - 1 degrees of freedom. For many units
 * p is 0.025, the plain percentile interval; for few it is smaller, as the plain interval would be too narrow (for 10 units
 * p is 0.0086). Resamples whose statistic is NaN, such as a correlation with a constant, are left out; if they are more
 * than one in twenty there is no interval.
 */
public final class Bootstrap {
    /** Resamples of each interval. */
    public static final int RESAMPLES = 2000;
    /** With fewer units there is no interval: their resamples are too few to tell anything of its ends. */
    public static final int FEWEST_UNITS = 5;

    private static final long KEY = 0x626F6F74L;
    private static final double CONFIDENCE = 0.95;
    private static final int MOST_UNDEFINED = RESAMPLES / 20;

    private Bootstrap() {}

    /** The mean of independent numbers. */
    public static Estimate mean(double... values) {
        return of(values.length, counts -> {
            double sum = 0;
            for (int i = 0; i < values.length; i++) {
                sum += counts[i] * values[i];
            }
            return sum / values.length;
        });
    }

    /**
     * Any statistic.
     *
     * @param units how many independent units there are
     * @param statistic gets how often each unit occurs in a resample, in an array that it must neither change nor keep; all
     *     ones for the measurements themselves
     */
    public static Estimate of(int units, ToDoubleFunction<int[]> statistic) {
        if (units == 0) {
            return Estimate.NONE;
        }
        int[] counts = new int[units];
        Arrays.fill(counts, 1);
        double value = statistic.applyAsDouble(counts);
        if (units < FEWEST_UNITS || Double.isNaN(value)) {
            return new Estimate(value, Double.NaN, Double.NaN, units);
        }
        RandomStream random = new RandomStream().reset(KEY, 0, 0, 0);
        double[] values = new double[RESAMPLES];
        for (int resample = 0; resample < RESAMPLES; resample++) {
            Arrays.fill(counts, 0);
            for (int i = 0; i < units; i++) {
                counts[(int) ((random.nextWord() & 0xFFFFFFFFL) * units >>> 32)]++;
            }
            values[resample] = statistic.applyAsDouble(counts);
        }
        double[] defined =
                Arrays.stream(values).filter(v -> !Double.isNaN(v)).sorted().toArray();
        if (RESAMPLES - defined.length > MOST_UNDEFINED) {
            return new Estimate(value, Double.NaN, Double.NaN, units);
        }
        double tail = tail(units);
        return new Estimate(value, quantile(defined, tail), quantile(defined, 1 - tail), units);
    }

    /** The share of resamples beyond either end. */
    static double tail(int units) {
        double t = StudentT.within(CONFIDENCE, units - 1);
        return normalProbability(-Math.sqrt(units / (units - 1.0)) * t);
    }

    /** The probability that a standard normal variable is below x, by bisection of its quantile function. */
    private static double normalProbability(double x) {
        double low = 0;
        double high = 1;
        for (double middle = 0.5; middle > low && middle < high; middle = (low + high) / 2) {
            if (NormalQuantile.of(middle) < x) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    private static double quantile(double[] sorted, double p) {
        double position = p * (sorted.length - 1);
        int below = (int) position;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }
}
