package org.neuralredshift.metrics.spectral;

/**
 * Small Fourier transforms of 2 to 5 legs, each leg a contiguous run, and then a rotation of each leg by its twiddle.
 *
 * <p>Leg l is read at {@code source + l·step} and written at {@code target + l·run}; its twiddle is
 * {@code cos[twiddle + l] + i·sin[twiddle + l]}. Every implementation does the same operations per number in the same
 * order: add, subtract and multiply, never fused, so the bits are the same.
 */
interface Butterflies {
    /** The fastest that this machine has. */
    static Butterflies best() {
        return VectorModule.isReadable() ? new VectorButterflies() : new ScalarButterflies();
    }

    /** Two legs. */
    void two(
            ComplexColumns from,
            int source,
            int step,
            ComplexColumns to,
            int target,
            int run,
            float[] cos,
            float[] sin,
            int twiddle);

    /** Three legs. */
    void three(
            ComplexColumns from,
            int source,
            int step,
            ComplexColumns to,
            int target,
            int run,
            float[] cos,
            float[] sin,
            int twiddle);

    /** Four legs. */
    void four(
            ComplexColumns from,
            int source,
            int step,
            ComplexColumns to,
            int target,
            int run,
            float[] cos,
            float[] sin,
            int twiddle);

    /** Five legs. */
    void five(
            ComplexColumns from,
            int source,
            int step,
            ComplexColumns to,
            int target,
            int run,
            float[] cos,
            float[] sin,
            int twiddle);
}
