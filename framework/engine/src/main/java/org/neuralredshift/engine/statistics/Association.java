package org.neuralredshift.engine.statistics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** How one quantity goes with another. */
public final class Association {
    private Association() {}

    /** The slope of the least-squares line of y over x; NaN if x does not vary. */
    public static double slope(double[] x, double[] y) {
        double meanX = mean(x);
        double meanY = mean(y);
        double covariance = 0;
        double variance = 0;
        for (int i = 0; i < x.length; i++) {
            covariance += (x[i] - meanX) * (y[i] - meanY);
            variance += (x[i] - meanX) * (x[i] - meanX);
        }
        return variance == 0 ? Double.NaN : covariance / variance;
    }

    /** Pearson's correlation, in [-1, 1]; NaN if x or y does not vary. */
    public static double pearson(double[] x, double[] y) {
        double one = slope(x, y);
        double other = slope(y, x);
        return Double.isNaN(one) || Double.isNaN(other) ? Double.NaN : Math.signum(one) * Math.sqrt(one * other);
    }

    /** Spearman's rank correlation, ties sharing their mean rank; NaN if x or y does not vary. */
    public static double spearman(double[] x, double[] y) {
        return pearson(ranks(x), ranks(y));
    }

    static double[] ranks(double[] values) {
        int[] order = IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> values[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] ranks = new double[values.length];
        for (int start = 0; start < order.length; ) {
            int end = start + 1;
            while (end < order.length && values[order[end]] == values[order[start]]) {
                end++;
            }
            for (int i = start; i < end; i++) {
                ranks[order[i]] = (start + end - 1) / 2.0 + 1;
            }
            start = end;
        }
        return ranks;
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).sum() / values.length;
    }
}
