package org.neuralredshift.metrics.compression;

/**
 * One if the sample is above the median, else zero. If nothing is above the median, because more than half of the samples
 * share the largest value, then one if the sample is not below it: a function of two values is never read as constant.
 */
final class MedianQuantiser implements Quantiser {
    private final Selection selection;

    /** For {@code points} samples. */
    MedianQuantiser(int points) {
        this(Selection.best(points));
    }

    MedianQuantiser(Selection selection) {
        this.selection = selection;
    }

    @Override
    public int alphabet() {
        return 2;
    }

    @Override
    public void quantise(float[] values, int[] order, byte[] symbols) {
        // The comparison is a sign. A zero minus a zero has the sign bit only if the first is -0; adding 0 makes it
        // positive.
        float bound = threshold(values) + 0f;
        for (int i = 0; i < order.length; i++) {
            symbols[i] = (byte) (Float.floatToRawIntBits(bound - values[order[i]]) >>> 31);
        }
    }

    /** The number that a sample must exceed to be a one: the median, else the largest sample below it. */
    private float threshold(float[] values) {
        float median = selection.select(values, (values.length - 1) / 2);
        for (float value : values) {
            if (value > median) {
                return median;
            }
        }
        float below = Float.NEGATIVE_INFINITY;
        for (float value : values) {
            below = value < median ? Math.max(below, value) : below;
        }
        return below;
    }
}
