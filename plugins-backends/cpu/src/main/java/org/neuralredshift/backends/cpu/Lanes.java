package org.neuralredshift.backends.cpu;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/** The vectors of this machine, and what the Vector API lacks. */
final class Lanes {
    static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
    static final VectorSpecies<Integer> INTS = IntVector.SPECIES_PREFERRED;

    /** Each lane takes that of the next one, around the end. */
    static final VectorShuffle<Float> ROTATE_1 = VectorShuffle.iota(FLOATS, 1, 1, true);
    /** From two lanes further. */
    static final VectorShuffle<Float> ROTATE_2 = VectorShuffle.iota(FLOATS, 2, 1, true);
    /** From four lanes further. */
    static final VectorShuffle<Float> ROTATE_4 = VectorShuffle.iota(FLOATS, 4, 1, true);
    /** From eight lanes further. */
    static final VectorShuffle<Float> ROTATE_8 = VectorShuffle.iota(FLOATS, 8, 1, true);

    private Lanes() {}

    static FloatVector broadcast(float value) {
        return FloatVector.broadcast(FLOATS, value);
    }

    /** Replaces each base by its power. */
    static void power(float[] bases, float[] exponents) {
        for (int i = 0; i < bases.length; i++) {
            bases[i] = (float) StrictMath.pow(bases[i], exponents[i]);
        }
    }
}
