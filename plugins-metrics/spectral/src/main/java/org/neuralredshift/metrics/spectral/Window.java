package org.neuralredshift.metrics.spectral;

import java.util.Arrays;

/** What is done about the edges of the plane, which the transform takes for neighbours. */
enum Window {
    /** Nothing: a ramp is a jump at the edge. */
    NONE,
    /** Row and column are weighted by 0.5 - 0.5·cos(2πj/(n-1)), zero at both ends. */
    HANN,
    /** The plane is reflected at its edges, so that it goes on without a jump: a cosine transform. */
    MIRROR;

    /** The window that a study calls by that name. */
    static Window named(String name) {
        return switch (name) {
            case "none" -> NONE;
            case "hann" -> HANN;
            case "mirror" -> MIRROR;
            default -> throw new IllegalArgumentException("no window " + name);
        };
    }

    /** The extent of the plane that is transformed, for samples of the given extent. */
    int extent(int size) {
        return this == MIRROR ? 2 * size : size;
    }

    /** Cycles per n samples between two bins of the transformed plane. */
    double cyclesPerBin() {
        return this == MIRROR ? 0.5 : 1;
    }

    /** The weights along one axis of the transformed plane. */
    float[] weights(int size) {
        float[] weights = new float[extent(size)];
        Arrays.fill(weights, 1);
        if (this == HANN) {
            for (int j = 0; j < size; j++) {
                weights[j] = (float) (0.5 - 0.5 * UnitRoots.cos(j, size - 1));
            }
        }
        return weights;
    }

    /** Which sample stands at position j of the transformed axis. */
    int source(int j, int size) {
        return j < size ? j : 2 * size - 1 - j;
    }
}
