package org.neuralredshift.backends.cpu;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;
import org.neuralredshift.api.random.Philox;

/** Uniform weights, bit for bit those of {@link org.neuralredshift.api.random.Initialisation#draw}, many at a time. */
final class VectorPhilox {
    private static final VectorSpecies<Long> LONGS = LongVector.SPECIES_PREFERRED;
    /** Blocks of four words that one step makes. */
    private static final int BLOCKS = LONGS.length();
    /** Words that one step makes; a draw writes whole steps. */
    static final int STEP = 4 * BLOCKS;

    private static final LongVector NUMBERS = LongVector.zero(LONGS).addIndex(1);
    private static final LongVector LOW = LongVector.broadcast(LONGS, 0xFFFFFFFFL);
    private static final LongVector FIRST = LongVector.broadcast(LONGS, Philox.MULTIPLIER_0 & 0xFFFFFFFFL);
    private static final LongVector SECOND = LongVector.broadcast(LONGS, Philox.MULTIPLIER_1 & 0xFFFFFFFFL);
    private static final VectorShuffle<Long> ZIP_LOW = VectorShuffle.makeZip(LONGS, 0);
    private static final VectorShuffle<Long> ZIP_HIGH = VectorShuffle.makeZip(LONGS, 1);

    private VectorPhilox() {}

    /**
     * Writes at least {@code size} numbers, each a random word times {@code unit}; up to {@link #STEP} - 1 more follow.
     */
    static void uniform(int key0, int key1, int ordinal, float unit, float[] memory, int from, int size) {
        for (int done = 0; done < size; done += STEP) {
            step(key0, key1, done >>> 2, ordinal, unit, memory, from + done);
        }
    }

    /** One method: no vector is passed between methods of ours, so none is allocated whatever the compiler inlines. */
    private static void step(int key0, int key1, int block, int ordinal, float unit, float[] memory, int to) {
        LongVector x0 = NUMBERS.add(block);
        LongVector x1 = LongVector.zero(LONGS);
        LongVector x2 = LongVector.broadcast(LONGS, ordinal & 0xFFFFFFFFL);
        LongVector x3 = LongVector.zero(LONGS);
        int k0 = key0;
        int k1 = key1;
        for (int round = 0; round < Philox.ROUNDS; round++) {
            LongVector p0 = x0.mul(FIRST);
            LongVector p1 = x2.mul(SECOND);
            x0 = p1.lanewise(VectorOperators.LSHR, 32)
                    .lanewise(VectorOperators.XOR, x1)
                    .lanewise(VectorOperators.XOR, k0 & 0xFFFFFFFFL);
            x1 = p1.lanewise(VectorOperators.AND, LOW);
            x2 = p0.lanewise(VectorOperators.LSHR, 32)
                    .lanewise(VectorOperators.XOR, x3)
                    .lanewise(VectorOperators.XOR, k1 & 0xFFFFFFFFL);
            x3 = p0.lanewise(VectorOperators.AND, LOW);
            k0 += Philox.WEYL_0;
            k1 += Philox.WEYL_1;
        }
        LongVector front = x0.lanewise(VectorOperators.OR, x1.lanewise(VectorOperators.LSHL, 32));
        LongVector back = x2.lanewise(VectorOperators.OR, x3.lanewise(VectorOperators.LSHL, 32));
        IntVector low = front.rearrange(ZIP_LOW, back).reinterpretAsInts();
        IntVector high = front.rearrange(ZIP_HIGH, back).reinterpretAsInts();
        ((FloatVector) low.convert(VectorOperators.I2F, 0)).mul(unit).intoArray(memory, to);
        ((FloatVector) high.convert(VectorOperators.I2F, 0)).mul(unit).intoArray(memory, to + STEP / 2);
    }
}
