package org.neuralredshift.api.random;

import static org.neuralredshift.api.annotation.Api.Stability.STABLE;

import org.neuralredshift.api.annotation.Api;

/**
 * Successive words of one {@link Philox} stream, with the transformations that distributions need. Not thread-safe;
 * reusable for another stream by {@link #reset}.
 */
@Api(STABLE)
public final class RandomStream {
    private final int[] block = new int[4];
    private int key0;
    private int key1;
    private int ordinal;
    private int stream;
    private long position;

    /** At the first word of the stream of seeds 0, ordinal 0. */
    public RandomStream() {}

    /**
     * Moves to the first word of a stream.
     *
     * @param studySeed first word of the key, 0 to 2^32 - 1
     * @param networkSeed second word of the key, 0 to 2^32 - 1
     * @param ordinal of the weight
     * @param stream 0 for the elements of a weight; others for what accompanies them
     * @throws IllegalArgumentException if a seed does not fit in 32 bits: cutting it off would make two seeds one
     */
    public RandomStream reset(long studySeed, long networkSeed, int ordinal, int stream) {
        this.key0 = word("study seed", studySeed);
        this.key1 = word("network seed", networkSeed);
        this.ordinal = ordinal;
        this.stream = stream;
        this.position = 0;
        return this;
    }

    private static int word(String what, long seed) {
        if (seed >>> 32 != 0) {
            throw new IllegalArgumentException("the " + what + " is " + seed + ", but must be from 0 to 4294967295");
        }
        return (int) seed;
    }

    /** The next 32 random bits. */
    public int nextWord() {
        int lane = (int) (position & 3);
        if (lane == 0) {
            long number = position >>> 2;
            Philox.block(key0, key1, (int) number, (int) (number >>> 32), ordinal, stream, block);
        }
        position++;
        return block[lane];
    }

    /** Uniform in the open interval (0, 1), from one word. */
    public double nextOpen() {
        return ((nextWord() & 0xFFFFFFFFL) + 0.5) * 0x1p-32;
    }

    /** Standard normal, from one word through the inverse distribution function. */
    public double nextNormal() {
        return NormalQuantile.of(nextOpen());
    }

    /**
     * Student's t with the given degrees of freedom, from two words (Bailey, "Polar generation of random variates with
     * the t-distribution", Mathematics of Computation 62, 1994).
     */
    public double nextStudentT(double degreesOfFreedom) {
        double u = nextOpen();
        double v = nextOpen();
        double radius = Math.sqrt(degreesOfFreedom * (StrictMath.pow(u, -2 / degreesOfFreedom) - 1));
        return radius * StrictMath.cos(2 * Math.PI * v);
    }

    /**
     * Brings numbers into a random order, all orders equally likely, from one word for each number but the first (Fisher and Yates):
     * number i, from the last, changes places with one of the numbers 0 to i.
     */
    public void shuffle(int[] numbers) {
        for (int i = numbers.length - 1; i > 0; i--) {
            int other = (int) ((nextWord() & 0xFFFFFFFFL) * (i + 1L) >>> 32);
            int number = numbers[i];
            numbers[i] = numbers[other];
            numbers[other] = number;
        }
    }
}
