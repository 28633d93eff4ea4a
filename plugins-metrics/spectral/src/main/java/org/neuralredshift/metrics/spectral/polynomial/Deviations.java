package org.neuralredshift.metrics.spectral.polynomial;

import java.util.Arrays;

/**
 * Samples minus their weighted mean, divided by a power of two that brings the largest to between 1/2 and 1: products in
 * float32 then neither overflow nor lose what a large offset would cost. Mean and variance are weighted by the quadrature
 * and in float64: they are the function's own, not those of the nodes that it happens to be sampled on.
 */
final class Deviations {
    private final double[] weights;
    private final double[] sums;
    private final float[] values;
    private double mean;
    private double unit = 1;
    private double deviation;

    /** @param weights of the nodes of each of the two axes */
    Deviations(double[] weights) {
        this.weights = weights;
        this.sums = new double[weights.length];
        this.values = new float[weights.length * weights.length];
    }

    /** Normalises samples that are not all equal; the array is valid until the next call. */
    float[] of(float[] samples) {
        mean = mean(samples);
        float low = samples[0];
        float high = samples[0];
        for (int i = 1; i < samples.length; i++) {
            low = Math.min(low, samples[i]);
            high = Math.max(high, samples[i]);
        }
        unit = Math.scalb(1.0, Math.getExponent(Math.max(high - mean, mean - low)) + 1);
        scale(samples, values, mean, 1 / unit);
        deviation = unit * Math.sqrt(meanSquare());
        return values;
    }

    /** The weighted mean of the last samples. */
    double mean() {
        return mean;
    }

    /** The weighted standard deviation of the last samples. */
    double deviation() {
        return deviation;
    }

    /** What one is in units of the function. */
    double unit() {
        return unit;
    }

    private double mean(float[] samples) {
        int size = weights.length;
        Arrays.fill(sums, 0);
        for (int row = 0; row < size; row++) {
            double weight = weights[row];
            int from = row * size;
            for (int column = 0; column < size; column++) {
                sums[column] += weight * samples[from + column];
            }
        }
        return weighted(sums);
    }

    private double meanSquare() {
        int size = weights.length;
        Arrays.fill(sums, 0);
        for (int row = 0; row < size; row++) {
            double weight = weights[row];
            int from = row * size;
            for (int column = 0; column < size; column++) {
                double value = values[from + column];
                sums[column] += weight * (value * value);
            }
        }
        return weighted(sums);
    }

    private double weighted(double[] columns) {
        double sum = 0;
        for (int column = 0; column < columns.length; column++) {
            sum += weights[column] * columns[column];
        }
        return sum;
    }

    private static void scale(float[] from, float[] to, double mean, double factor) {
        for (int i = 0; i < from.length; i++) {
            to[i] = (float) ((from[i] - mean) * factor);
        }
    }
}
