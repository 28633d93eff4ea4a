package org.neuralredshift.metrics.compression;

/**
 * One if the sample is above the median, else zero. If nothing is above the median, because more than half of the samples
 * share the largest value, then one if the sample is not below it: a function of two values is never read as constant.
 */
final class MedianParsing implements Parsing {
    private final int[] order;
    private final Selection selection;
    private final PhraseCounter counter;

    MedianParsing(int[] order) {
        this.order = order;
        this.selection = Selection.best(order.length);
        this.counter = new PhraseCounter(order.length, 2);
    }

    @Override
    public int alphabet() {
        return 2;
    }

    @Override
    public int phrases(float[] values) {
        return counter.countAbove(threshold(selection, values), values, order);
    }

    /** The number that a sample must exceed to be a one: the median, else the largest sample below it. */
    static float threshold(Selection selection, float[] values) {
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
