package org.neuralredshift.metrics.spectral;

/**
 * The discrete Fourier transform down every lane at once: F(k) = Σ x(j) exp(-2πi·jk/n), not normalised. Lanes are
 * contiguous, so every step of it is a loop over neighbours in memory.
 */
sealed interface ColumnTransform permits MixedRadix, Bluestein {
    /** A transform of {@code length} rows of {@code lanes} signals, for any length of at least 1. */
    static ColumnTransform of(int length, int lanes) {
        return MixedRadix.handles(length) ? new MixedRadix(length, lanes) : new Bluestein(length, lanes);
    }

    /**
     * Transforms {@code data}; both arguments are overwritten.
     *
     * @param spare room of the same size
     * @return the one of the two that holds the result
     */
    ComplexColumns apply(ComplexColumns data, ComplexColumns spare);
}
