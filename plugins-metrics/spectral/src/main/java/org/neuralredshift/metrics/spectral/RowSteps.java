package org.neuralredshift.metrics.spectral;

/** What is done to the rows of a plane before and after it is transformed. Every implementation gives the same bits. */
interface RowSteps {
    /** The fastest that this machine has. */
    static RowSteps best() {
        return VectorModule.isReadable() ? new VectorRowSteps() : new ScalarRowSteps();
    }

    /**
     * Weighs samples: {@code to[target + j] = plane[from + j]·(weight·weights[first + j])} for j below {@code
     * count}.
     */
    void weigh(float[] plane, int from, float weight, float[] weights, int first, float[] to, int target, int count);

    /**
     * Adds up two rows of a spectrum: {@code to[target + j] = factors[j]·(|F(plus + j)| + |F(minus + j)|)} for all
     * factors.
     *
     * @param minus negative if there is no second row
     * @param power whether to take |F|² instead
     */
    void fold(ComplexColumns spectrum, int plus, int minus, boolean power, float[] factors, float[] to, int target);
}
