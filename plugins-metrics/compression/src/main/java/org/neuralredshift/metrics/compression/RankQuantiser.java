package org.neuralredshift.metrics.compression;

/**
 * Levels that hold equally many samples: with N samples in ascending order, level = how many of the thresholds
 * sorted[⌈N·l/L⌉ - 1], l = 1..L-1, the sample is above. Equal samples share a level, so a level can be empty.
 */
final class RankQuantiser implements Quantiser {
    private final int levels;
    private final RadixSort sort;
    private final float[] thresholds;

    /** For {@code points} samples. */
    RankQuantiser(int points, int levels) {
        this.levels = levels;
        this.sort = new RadixSort(points);
        this.thresholds = new float[levels - 1];
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

    private int thresholdsBelow(float value) {
        int low = 0;
        int high = thresholds.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (thresholds[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
