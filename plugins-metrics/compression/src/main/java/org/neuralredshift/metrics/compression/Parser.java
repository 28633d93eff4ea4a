package org.neuralredshift.metrics.compression;

/** Cuts a sequence into phrases, in time near linear in its length; reusable, on one thread, without allocating. */
interface Parser {
    /**
     * How complex the sequence is: a number of phrases, or what is computed from such numbers.
     *
     * @param symbols from 0 to one less than the size of the alphabet, read as unsigned bytes
     */
    double complexity(byte[] symbols);

    /** Makes parsers. */
    @FunctionalInterface
    interface Factory {
        /** A parser of sequences of that length, over an alphabet of so many symbols. */
        Parser create(int length, int alphabet);
    }
}
