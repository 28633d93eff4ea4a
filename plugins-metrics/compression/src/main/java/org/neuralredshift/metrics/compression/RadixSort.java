package org.neuralredshift.metrics.compression;

import java.util.Arrays;

/** Sorts finite samples without allocating: three passes over 11 bits each of a whole number in the same order. */
final class RadixSort {
    private static final int BITS = 11;
    private static final int DIGITS = 1 << BITS;

    private final int[] keys;
    private final int[] spare;
    private final int[] next = new int[DIGITS];

    /** For {@code points} samples. */
    RadixSort(int points) {
        this.keys = new int[points];
        this.spare = new int[points];
    }

    /** Takes in the samples; {@link #ranked} then answers. */
    void sort(float[] values) {
        for (int i = 0; i < keys.length; i++) {
            // Adding zero turns -0 into 0, for the two are equal.
            int bits = Float.floatToRawIntBits(values[i] + 0f);
            keys[i] = bits ^ (bits >> 31 | Integer.MIN_VALUE);
        }
        pass(keys, spare, 0);
        pass(spare, keys, BITS);
        pass(keys, spare, 2 * BITS);
    }

    /** The sample that {@code rank} others precede. */
    float ranked(int rank) {
        int key = spare[rank];
        return Float.intBitsToFloat(key ^ (~key >> 31 | Integer.MIN_VALUE));
    }

    private void pass(int[] from, int[] to, int shift) {
        Arrays.fill(next, 0);
        for (int key : from) {
            next[key >>> shift & DIGITS - 1]++;
        }
        int start = 0;
        for (int digit = 0; digit < DIGITS; digit++) {
            int size = next[digit];
            next[digit] = start;
            start += size;
        }
        for (int key : from) {
            to[next[key >>> shift & DIGITS - 1]++] = key;
        }
    }
}
