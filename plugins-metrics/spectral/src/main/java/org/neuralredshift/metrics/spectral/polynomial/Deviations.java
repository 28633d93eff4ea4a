package org.neuralredshift.metrics.spectral.polynomial;

import java.util.Arrays;
import org.neuralredshift.metrics.spectral.Normalised;

/**
 * Samples normalised about their weighted mean, and their weighted deviation. Mean and variance are weighted by the
 * quadrature and in float64: they are the function's own, not those of the nodes that it happens to be sampled on.
 */
final class Deviations {
    private final double[] weights;
    private final double[] sums;
    private final Normalised normalised;
    private double mean;
    private double deviation;

    /** @param weights of the nodes of each of the two axes */
    Deviations(double[] weights) {
        this.weights = weights;
        this.sums = new double[weights.length];
        this.normalised = new Normalised(weights.length * weights.length);
    }

    /** Normalises samples that are not all equal; the array is valid until the next call. */
    float[] of(float[] samples) {
        mean = mean(samples);
        float[] values = normalised.of(samples, mean);
        deviation = normalised.unit() * Math.sqrt(meanSquare(values));
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
        return normalised.unit();
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

    private double meanSquare(float[] values) {
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
}
