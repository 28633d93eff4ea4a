package org.neuralredshift.backends.cpu;

/** Partial results of a reduction along a row, one per lane of {@link MatrixKernels#PAD}. */
final class Partials {
    /** The number of each lane. */
    static final float[] NUMBERS = new float[MatrixKernels.PAD];

    static {
        for (int i = 0; i < NUMBERS.length; i++) {
            NUMBERS[i] = i;
        }
    }

    private Partials() {}

    /** Joins sums pair by pair, the farthest first. */
    static float sum(float[] partials) {
        for (int distance = partials.length / 2; distance > 0; distance /= 2) {
            for (int i = 0; i < distance; i++) {
                partials[i] += partials[i + distance];
            }
        }
        return partials[0];
    }

    /** Joins maxima likewise. */
    static float maximum(float[] partials) {
        for (int distance = partials.length / 2; distance > 0; distance /= 2) {
            for (int i = 0; i < distance; i++) {
                partials[i] = Math.max(partials[i], partials[i + distance]);
            }
        }
        return partials[0];
    }
}
