package org.neuralredshift.metrics.compression;

/**
 * One if the sample is above the median, else zero. If nothing is above the median, because more than half of the samples
 * share the largest value, then one if the sample is not below it: a function of two values is never read as constant.
 */
final class MedianQuantiser implements Quantiser {
    private final Selection selection;

    /** For up to {@code points} samples. */
    MedianQuantiser(int points) {
        this.selection = new Selection(points);
    }

    @Override
    public int alphabet() {
        return 2;
    }

    @Override
    public void quantise(float[] values, int[] order, byte[] symbols) {
        float median = selection.select(values, (values.length - 1) / 2);
        if (threshold(values, order, symbols, median) == 0) {
            float below = Float.NEGATIVE_INFINITY;
            for (float value : values) {
                below = value < median ? Math.max(below, value) : below;
            }
            threshold(values, order, symbols, below);
        }
    }

    /** The number of ones. */
    private static int threshold(float[] values, int[] order, byte[] symbols, float threshold) {
        int ones = 0;
        for (int i = 0; i < order.length; i++) {
            byte symbol = (byte) (values[order[i]] > threshold ? 1 : 0);
            symbols[i] = symbol;
            ones += symbol;
        }
        return ones;
    }
}
