package org.neuralredshift.api.random;

import static org.neuralredshift.api.annotation.Api.Stability.INCUBATING;

import org.neuralredshift.api.annotation.Api;

/**
 * The counter-based generator Philox4x32-10 (Salmon, Moraes, Dror, Shaw: "Parallel random numbers: as easy as 1, 2, 3",
 * SC 2011). A block of four 32-bit words is a function of a key of two words and a counter of four.
 *
 * <p>Convention of this project: key = (study seed, network seed); counter = (block number low, block number high,
 * ordinal of the weight, stream). Word w of a stream is word {@code w % 4} of block {@code w / 4}. So any element of any
 * weight can be drawn by itself, on any device, with the same bits.
 */
@Api(INCUBATING)
public final class Philox {
    /** Multiplier of the first product. */
    public static final int MULTIPLIER_0 = 0xD2511F53;
    /** Multiplier of the second product. */
    public static final int MULTIPLIER_1 = 0xCD9E8D57;
    /** Added to the first word of the key in each round. */
    public static final int WEYL_0 = 0x9E3779B9;
    /** Added to the second word of the key in each round. */
    public static final int WEYL_1 = 0xBB67AE85;
    /** Rounds of a block. */
    public static final int ROUNDS = 10;

    private Philox() {}

    /** Writes the block of that key and counter to {@code out[0..3]}. */
    public static void block(int key0, int key1, int c0, int c1, int c2, int c3, int[] out) {
        int k0 = key0;
        int k1 = key1;
        int x0 = c0;
        int x1 = c1;
        int x2 = c2;
        int x3 = c3;
        for (int round = 0; round < ROUNDS; round++) {
            long p0 = (x0 & 0xFFFFFFFFL) * (MULTIPLIER_0 & 0xFFFFFFFFL);
            long p1 = (x2 & 0xFFFFFFFFL) * (MULTIPLIER_1 & 0xFFFFFFFFL);
            x0 = (int) (p1 >>> 32) ^ x1 ^ k0;
            x1 = (int) p1;
            x2 = (int) (p0 >>> 32) ^ x3 ^ k1;
            x3 = (int) p0;
            k0 += WEYL_0;
            k1 += WEYL_1;
        }
        out[0] = x0;
        out[1] = x1;
        out[2] = x2;
        out[3] = x3;
    }
}
