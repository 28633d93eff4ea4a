package org.neuralredshift.backends.cuda.program;

/** Sizes of tiles. */
final class Sizes {
    private static final int LARGEST = 1 << 20;

    private Sizes() {}

    /** The least power of two that is not below a number; at most 2^20. */
    static int powerOfTwo(long number) {
        int power = 1;
        while (power < number && power < LARGEST) {
            power *= 2;
        }
        return power;
    }
}
