package org.neuralredshift.metrics.compression;

/** Finds order statistics. The answer is one of the samples, so every implementation gives the same. */
interface Selection {
    /** The fastest that this machine has, for {@code points} samples. */
    static Selection best(int points) {
        return VectorModule.isReadable() ? new VectorSelection(points) : new BucketSelection(points);
    }

    /** The sample that {@code rank} others precede in ascending order; expects finite samples. */
    float select(float[] values, int rank);
}
