package org.neuralredshift.metrics.compression;

/** From samples to the number of phrases. */
sealed interface Parsing permits MedianParsing, LevelParsing {
    /** The number of different symbols. */
    int alphabet();

    /** The number of phrases in the sequence of {@code values[order[i]]}, quantised. */
    int phrases(float[] values);
}
