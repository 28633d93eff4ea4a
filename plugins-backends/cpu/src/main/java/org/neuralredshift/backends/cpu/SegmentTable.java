package org.neuralredshift.backends.cpu;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/**
 * 32 floats that each lane picks one of, held in registers: two of 16 lanes, four of 8 or eight of 4. A record, so that
 * the compiler takes its fields for constants.
 */
record SegmentTable(
        IntVector v0,
        IntVector v1,
        IntVector v2,
        IntVector v3,
        IntVector v4,
        IntVector v5,
        IntVector v6,
        IntVector v7) {
    private static final int LANES = Lanes.INTS.length();

    static SegmentTable of(float[] values) {
        IntVector[] parts = new IntVector[8];
        int[] bits = new int[32];
        for (int i = 0; i < 32; i++) {
            bits[i] = Float.floatToRawIntBits(values[i]);
        }
        for (int i = 0; i < 8; i++) {
            parts[i] = IntVector.fromArray(Lanes.INTS, bits, Math.min(i * LANES, 32 - LANES));
        }
        return new SegmentTable(parts[0], parts[1], parts[2], parts[3], parts[4], parts[5], parts[6], parts[7]);
    }

    /** The entry that the low five bits of each lane name. */
    FloatVector at(IntVector index) {
        IntVector low = index.selectFrom(v0, v1);
        if (LANES == 16) {
            return low.reinterpretAsFloats();
        }
        if (LANES == 8) {
            return low.blend(index.selectFrom(v2, v3), bit(index, 16)).reinterpretAsFloats();
        }
        IntVector first = low.blend(index.selectFrom(v2, v3), bit(index, 8));
        IntVector second = index.selectFrom(v4, v5).blend(index.selectFrom(v6, v7), bit(index, 8));
        return first.blend(second, bit(index, 16)).reinterpretAsFloats();
    }

    private static VectorMask<Integer> bit(IntVector index, int bit) {
        return index.lanewise(VectorOperators.AND, bit).compare(VectorOperators.NE, 0);
    }
}
