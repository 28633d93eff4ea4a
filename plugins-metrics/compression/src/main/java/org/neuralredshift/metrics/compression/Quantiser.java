package org.neuralredshift.metrics.compression;

/** Turns samples into symbols. Equal samples give equal symbols; larger ones never smaller symbols. */
sealed interface Quantiser permits MedianQuantiser, RankQuantiser, RangeQuantiser {
    /** The number of different symbols. */
    int alphabet();

    /**
     * Writes the symbol of {@code values[order[i]]}, 0 to alphabet-1, to {@code symbols[i]}.
     */
    void quantise(float[] values, int[] order, byte[] symbols);
}
