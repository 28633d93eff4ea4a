package org.neuralredshift.tasks.functions;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.neuralredshift.api.random.RandomStream;

/**
 * Functions R^d → R that no network computes, for comparison. A random direction a is uniform on the unit sphere: d independent
 * standard normal numbers, divided by their length.
 */
enum NullFunction {
    /** f(x_i) = z_i: independent standard normal numbers, number i of the stream for point i, wherever it lies. */
    WHITE_NOISE,
    /** f(x) = a·x with a random direction a. */
    LINEAR,
    /**
     * f(x) = 1 if a·(x - p) >= 0, else -1, with a random direction a, the same as that of {@link #LINEAR}, and p uniform in
     * [-1, 1]^d: either side of a random line through the square.
     */
    STEP;

    /** The stream of Philox that no weight of a network uses; ASCII for NULL. */
    private static final int STREAM = 0x4E_55_4C_4C;

    /** The words of study files, in order. */
    static List<String> words() {
        return Arrays.stream(values()).map(NullFunction::word).toList();
    }

    /** The one of that word. */
    static NullFunction of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Evaluates the function of a seed.
     *
     * @param stream scratch
     * @param coordinates {@code [points, dimension]}
     * @param out {@code [points]}
     */
    void evaluate(RandomStream stream, long studySeed, long seed, float[] coordinates, int dimension, float[] out) {
        stream.reset(studySeed, seed, 0, STREAM);
        switch (this) {
            case WHITE_NOISE -> {
                for (int i = 0; i < out.length; i++) {
                    out[i] = (float) stream.nextNormal();
                }
            }
            case LINEAR -> project(direction(stream, dimension), coordinates, out);
            case STEP -> {
                double[] direction = direction(stream, dimension);
                double threshold = 0;
                for (double component : direction) {
                    threshold += component * (2 * stream.nextOpen() - 1);
                }
                project(direction, coordinates, out);
                for (int i = 0; i < out.length; i++) {
                    out[i] = out[i] >= threshold ? 1 : -1;
                }
            }
        }
    }

    private static double[] direction(RandomStream stream, int dimension) {
        double[] direction = new double[dimension];
        double square = 0;
        for (int d = 0; d < dimension; d++) {
            direction[d] = stream.nextNormal();
            square += direction[d] * direction[d];
        }
        for (int d = 0; d < dimension; d++) {
            direction[d] /= Math.sqrt(square);
        }
        return direction;
    }

    private static void project(double[] direction, float[] coordinates, float[] out) {
        int dimension = direction.length;
        for (int i = 0; i < out.length; i++) {
            double sum = 0;
            for (int d = 0; d < dimension; d++) {
                sum += direction[d] * coordinates[i * dimension + d];
            }
            out[i] = (float) sum;
        }
    }
}
