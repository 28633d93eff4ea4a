package org.neuralredshift.metrics.compression;

/** Levels of equal width between the smallest and the largest sample: ⌊L·(x - min)/(max - min)⌋, and L-1 for max. */
final class RangeQuantiser implements Quantiser {
    private final int levels;

    RangeQuantiser(int levels) {
        this.levels = levels;
    }

    @Override
    public int alphabet() {
        return levels;
    }

    @Override
    public void quantise(float[] values, int[] order, byte[] symbols) {
        float low = values[0];
        float high = values[0];
        for (float value : values) {
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        double range = (double) high - low;
        for (int i = 0; i < order.length; i++) {
            int level = (int) (levels * ((double) values[order[i]] - low) / range);
            symbols[i] = (byte) Math.min(level, levels - 1);
        }
    }
}
