package org.neuralredshift.engine.statistics;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Correlations of points that come in clusters, with bootstrap intervals. Whole clusters are resampled: points of one
 * cluster, such as the networks of one cell, say less than as many from everywhere.
 */
public final class Correlation {
    private static final double ROUNDING = 1e-13;

    private final double[] x;
    private final double[] y;
    private final int[] cluster;
    private final int clusters;

    /**
     * @param x finite numbers
     * @param y as many finite numbers
     * @param cluster of each point, from 0 to {@code clusters - 1}
     * @param clusters how many there are, each with at least one point
     */
    public Correlation(double[] x, double[] y, int[] cluster, int clusters) {
        this.x = x.clone();
        this.y = y.clone();
        this.cluster = cluster.clone();
        this.clusters = clusters;
    }

    /** Pearson's correlation, in [-1, 1]; NaN if x or y does not vary. */
    public Estimate pearson() {
        return Bootstrap.of(clusters, counts -> pearson(x, y, counts));
    }

    /** Spearman's: Pearson's of the ranks, ties sharing their mean rank, ranked anew in each resample. */
    public Estimate spearman() {
        Ranking rankX = new Ranking(x);
        Ranking rankY = new Ranking(y);
        return Bootstrap.of(clusters, counts -> pearson(rankX.ranks(counts), rankY.ranks(counts), counts));
    }

    private double pearson(double[] a, double[] b, int[] counts) {
        double weight = 0;
        double meanA = 0;
        double meanB = 0;
        for (int i = 0; i < a.length; i++) {
            int count = counts[cluster[i]];
            weight += count;
            meanA += count * a[i];
            meanB += count * b[i];
        }
        meanA /= weight;
        meanB /= weight;
        double product = 0;
        double squareA = 0;
        double squareB = 0;
        for (int i = 0; i < a.length; i++) {
            int count = counts[cluster[i]];
            double fromA = a[i] - meanA;
            double fromB = b[i] - meanB;
            product += count * fromA * fromB;
            squareA += count * fromA * fromA;
            squareB += count * fromB * fromB;
        }
        if (isConstant(squareA, meanA, weight) || isConstant(squareB, meanB, weight)) {
            return Double.NaN;
        }
        return Math.clamp(product / (Math.sqrt(squareA) * Math.sqrt(squareB)), -1, 1);
    }

    /** The mean of equal numbers need not be that number to the last bit. */
    private static boolean isConstant(double squares, double mean, double weight) {
        return Math.sqrt(squares / weight) <= ROUNDING * Math.abs(mean);
    }

    /** Mean ranks of one coordinate in resamples; sorted once. */
    private final class Ranking {
        private final double[] values;
        private final int[] order;
        private final double[] ranks;

        Ranking(double[] values) {
            this.values = values;
            this.order = IntStream.range(0, values.length)
                    .boxed()
                    .sorted(Comparator.comparingDouble(i -> values[i]))
                    .mapToInt(Integer::intValue)
                    .toArray();
            this.ranks = new double[values.length];
        }

        /** A point that occurs c times takes c places; equal values share the mean of theirs. */
        double[] ranks(int[] counts) {
            long before = 0;
            for (int start = 0; start < order.length; ) {
                int end = start;
                long places = 0;
                while (end < order.length && values[order[end]] == values[order[start]]) {
                    places += counts[cluster[order[end++]]];
                }
                double rank = before + (places + 1) / 2.0;
                for (int i = start; i < end; i++) {
                    ranks[order[i]] = rank;
                }
                before += places;
                start = end;
            }
            return ranks;
        }
    }
}
