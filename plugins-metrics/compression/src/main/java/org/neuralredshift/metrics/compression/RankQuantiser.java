package org.neuralredshift.metrics.compression;

import java.util.Arrays;

/**
 * Levels that hold equally many samples: with N samples in ascending order, level = how many of the thresholds
 * sorted[⌈N·l/L⌉ - 1], l = 1..L-1, the sample is above. Equal samples share a level, so a level can be empty.
 */
final class RankQuantiser implements Quantiser {
    private final int levels;
    private final RadixSort sort;
    /** Filled up to a power of two with infinities that no sample is above. */
    private final float[] thresholds;

    /** For {@code points} samples. */
    RankQuantiser(int points, int levels) {
        this.levels = levels;
        this.sort = new RadixSort(points);
        this.thresholds = new float[Integer.highestOneBit(levels - 1) << 1];
        Arrays.fill(thresholds, Float.POSITIVE_INFINITY);
    }

    @Override
    public int alphabet() {
        return levels;
    }

    @Override
    public void quantise(float[] values, int[] order, byte[] symbols) {
        sort.sort(values);
        for (int level = 1; level < levels; level++) {
            long rank = ((long) values.length * level + levels - 1) / levels - 1;
            thresholds[level - 1] = sort.ranked((int) rank);
        }
        for (int i = 0; i < order.length; i++) {
            symbols[i] = (byte) thresholdsBelow(values[order[i]]);
        }
    }

    /** Halves the thresholds without a branch, which could not be predicted: a comparison is the sign of a difference. */
    private int thresholdsBelow(float value) {
        int below = 0;
        for (int step = thresholds.length >> 1; step > 0; step >>= 1) {
            float difference = thresholds[below + step - 1] - value;
            below += Float.floatToRawIntBits(difference) >> 31 & step;
        }
        return below;
    }
}
