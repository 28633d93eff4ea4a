package org.neuralredshift.backends.cpu;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** The vectors of this machine, and what generated kernels call on them: each method becomes one or two instructions. */
final class Lanes {
    static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
    static final VectorSpecies<Integer> INTS = IntVector.SPECIES_PREFERRED;

    private static final FloatVector ZERO = FloatVector.zero(FLOATS);

    private Lanes() {}

    static FloatVector load(float[] memory, int index) {
        return FloatVector.fromArray(FLOATS, memory, index);
    }

    static void store(FloatVector value, float[] memory, int index) {
        value.intoArray(memory, index);
    }

    static FloatVector broadcast(float value) {
        return FloatVector.broadcast(FLOATS, value);
    }

    static FloatVector fma(FloatVector a, FloatVector b, FloatVector c) {
        return a.fma(b, c);
    }

    static FloatVector add(FloatVector a, FloatVector b) {
        return a.add(b);
    }

    /** max(x, +0): keeps NaN, and gives +0 for -0. */
    static FloatVector rectify(FloatVector x) {
        return x.blend(ZERO, x.compare(VectorOperators.LE, ZERO));
    }

    /** Replaces each base by its power. */
    static void power(float[] bases, float[] exponents) {
        for (int i = 0; i < bases.length; i++) {
            bases[i] = (float) StrictMath.pow(bases[i], exponents[i]);
        }
    }
}
