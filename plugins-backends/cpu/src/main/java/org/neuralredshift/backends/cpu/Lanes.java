package org.neuralredshift.backends.cpu;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorSpecies;

/** The vectors of this machine, and what the Vector API lacks. */
final class Lanes {
    static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
    static final VectorSpecies<Integer> INTS = IntVector.SPECIES_PREFERRED;

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
