package org.neuralredshift.metrics.spectral;

/**
 * Samples minus their mean, divided by a power of two that brings the largest to between 1/2 and 1: the transform in
 * float32 then neither overflows nor loses what a large offset would cost.
 */
public final class Normalised {
    private final float[] values;
    private double unit = 1;

    /** Room for {@code points} samples. */
    public Normalised(int points) {
        this.values = new float[points];
    }

    /** Normalises samples that are not all equal; the array is valid until the next call. */
    float[] of(float[] samples) {
        return of(samples, Means.of(samples));
    }

    /** The same about another mean, for instance a weighted one, which lies within the range of the samples. */
    public float[] of(float[] samples, double mean) {
        float low = samples[0];
        float high = samples[0];
        for (int i = 1; i < samples.length; i++) {
            low = Math.min(low, samples[i]);
            high = Math.max(high, samples[i]);
        }
        unit = unit(low, high, mean);
        scale(samples, values, mean, 1 / unit);
        return values;
    }

    /** What one is in units of the function. */
    public double unit() {
        return unit;
    }

    /** What samples between {@code low} and {@code high} are divided by: a power of two above the largest deviation. */
    static double unit(float low, float high, double mean) {
        return Math.scalb(1.0, Math.getExponent(Math.max(high - mean, mean - low)) + 1);
    }

    private static void scale(float[] from, float[] to, double mean, double factor) {
        for (int i = 0; i < from.length; i++) {
            to[i] = (float) ((from[i] - mean) * factor);
        }
    }
}
