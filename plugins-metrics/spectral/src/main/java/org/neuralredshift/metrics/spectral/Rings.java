package org.neuralredshift.metrics.spectral;

import java.util.Arrays;

/**
 * The bins of a quarter plane, {@code [half, half]} with frequencies 0 to half-1 on both axes, by ring: bin (i, j) is in
 * ring round(√(i² + j²)), which is never a tie. Ring 0, the constant, is left out.
 */
final class Rings {
    private final int half;
    private final int count;
    /** Bins sorted by ring; ring k is at start[k] to start[k + 1]; what lies beyond the last ring follows it. */
    private final int[] bins;

    private final int[] start;

    /**
     * @param half the extent of the quarter plane
     * @param count the last ring
     */
    Rings(int half, int count) {
        this.half = half;
        this.count = count;
        int[] sizes = new int[count + 2];
        for (int bin = 0; bin < half * half; bin++) {
            sizes[ring(bin)]++;
        }
        this.start = new int[count + 3];
        for (int ring = 0; ring < sizes.length; ring++) {
            start[ring + 1] = start[ring] + sizes[ring];
        }
        int[] next = Arrays.copyOf(start, sizes.length);
        this.bins = new int[half * half];
        for (int bin = 0; bin < half * half; bin++) {
            bins[next[ring(bin)]++] = bin;
        }
    }

    /** The ring of a bin of the quarter plane; one more than the last ring if it lies beyond. */
    int ring(int bin) {
        long i = bin / half;
        long j = bin % half;
        return (int) Math.min(Math.round(Math.sqrt(i * i + j * j)), count + 1);
    }

    /** The last ring. */
    int count() {
        return count;
    }

    /**
     * Adds up a quarter plane.
     *
     * @param quarter {@code [half, half]}
     * @param sums receives the sum over ring k at k-1, for k = 1..count
     * @return the sum over the bins beyond the last ring
     */
    double sum(float[] quarter, double[] sums) {
        for (int ring = 1; ring <= count; ring++) {
            sums[ring - 1] = sum(quarter, start[ring], start[ring + 1]);
        }
        return sum(quarter, start[count + 1], start[count + 2]);
    }

    private double sum(float[] quarter, int from, int to) {
        double even = 0;
        double odd = 0;
        int at = from;
        for (; at + 1 < to; at += 2) {
            even += quarter[bins[at]];
            odd += quarter[bins[at + 1]];
        }
        return at < to ? even + odd + quarter[bins[at]] : even + odd;
    }
}
