package org.neuralredshift.metrics.variation;

import org.neuralredshift.api.data.PointSet;
import org.neuralredshift.api.random.RandomStream;

/**
 * Equidistant points on segments between two independent uniform points of [-1, 1]^dimension, both ends included. The
 * seeds are fixed: every network, in every study, is sampled at the same points, and fewer segments are the first ones of
 * more.
 *
 * @param count the number of segments
 * @param points on each of them
 */
record Segments(int count, int points) {
    private static final long SEED = 0x5E6; // any number, once chosen

    /** The points: first the beginning of every segment, then the second point of every segment, and so on. */
    PointSet sampling(int dimension) {
        float[] values = new float[Math.multiplyExact(Math.multiplyExact(count, points), dimension)];
        double[] from = new double[dimension];
        double[] to = new double[dimension];
        RandomStream stream = new RandomStream();
        for (int segment = 0; segment < count; segment++) {
            stream.reset(SEED, segment, 0, 0);
            for (int d = 0; d < dimension; d++) {
                from[d] = 2 * stream.nextOpen() - 1;
                to[d] = 2 * stream.nextOpen() - 1;
            }
            for (int point = 0; point < points; point++) {
                double part = (double) point / (points - 1);
                for (int d = 0; d < dimension; d++) {
                    values[(point * count + segment) * dimension + d] = (float) (from[d] + part * (to[d] - from[d]));
                }
            }
        }
        return new PointSet(dimension, values);
    }
}
