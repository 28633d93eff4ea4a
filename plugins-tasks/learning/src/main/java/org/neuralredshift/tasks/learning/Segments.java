package org.neuralredshift.tasks.learning;

import org.neuralredshift.api.learning.Examples;
import org.neuralredshift.api.random.RandomStream;

/**
 * Equidistant points on straight segments through the input space, each between two different training points that are drawn at
 * random (Teney, Jiang, Gogianu, Abbasnejad, CVPR 2025).
 *
 * @param count of segments
 * @param inputs {@code [count, POINTS, features]}
 */
record Segments(int count, float[] inputs) {
    /** Points on each segment, its ends among them. */
    static final int POINTS = 32;

    /** No weight of a network uses it; ASCII for SEGS. */
    private static final int STREAM = 0x53_45_47_53;

    /** The segments of a seed; none if there is but one training point. */
    static Segments of(Examples examples, int count, long studySeed, long seed) {
        int[] train = examples.train();
        if (train.length < 2) {
            return new Segments(0, new float[0]);
        }
        int features = examples.features();
        RandomStream stream = new RandomStream().reset(studySeed, seed, 0, STREAM);
        float[] inputs = new float[Math.multiplyExact(count * POINTS, features)];
        for (int segment = 0; segment < count; segment++) {
            int start = (int) (stream.nextOpen() * train.length);
            int end = (int) (stream.nextOpen() * (train.length - 1));
            end += end >= start ? 1 : 0;
            for (int point = 0; point < POINTS; point++) {
                double share = point / (POINTS - 1.0);
                for (int i = 0; i < features; i++) {
                    double a = examples.inputs()[train[start] * features + i];
                    double b = examples.inputs()[train[end] * features + i];
                    inputs[(segment * POINTS + point) * features + i] = (float) ((1 - share) * a + share * b);
                }
            }
        }
        return new Segments(count, inputs);
    }

    /**
     * Mean over segments of Σ|f_m - f_(m-1)|, divided by the standard deviation of f over all points.
     *
     * @param values of a function at all points, finite and not all equal
     */
    static double variation(float[] values) {
        double sum = 0;
        double mean = 0;
        for (float value : values) {
            mean += value / (double) values.length;
        }
        double squares = 0;
        for (int i = 0; i < values.length; i++) {
            sum += i % POINTS == 0 ? 0 : Math.abs((double) values[i] - values[i - 1]);
            squares += (values[i] - mean) * (values[i] - mean);
        }
        int segments = values.length / POINTS;
        return sum / segments / Math.sqrt(squares / values.length);
    }
}
