package org.neuralredshift.backends.cpu;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** What generated vector kernels call: each method becomes one or two instructions. */
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

    static FloatVector subtract(FloatVector a, FloatVector b) {
        return a.sub(b);
    }

    static FloatVector multiply(FloatVector a, FloatVector b) {
        return a.mul(b);
    }

    static FloatVector divide(FloatVector a, FloatVector b) {
        return a.div(b);
    }

    static FloatVector minimum(FloatVector a, FloatVector b) {
        return a.min(b);
    }

    static FloatVector maximum(FloatVector a, FloatVector b) {
        return a.max(b);
    }

    /** max(x, +0): keeps NaN, and gives +0 for -0. */
    static FloatVector rectify(FloatVector x) {
        return x.blend(ZERO, x.compare(VectorOperators.LE, ZERO));
    }

    static FloatVector negate(FloatVector x) {
        return x.neg();
    }

    static FloatVector absolute(FloatVector x) {
        return x.abs();
    }

    static FloatVector squareRoot(FloatVector x) {
        return x.sqrt();
    }

    static FloatVector ifLess(FloatVector a, FloatVector b, FloatVector then, FloatVector otherwise) {
        return otherwise.blend(then, a.compare(VectorOperators.LT, b));
    }

    static FloatVector ifLessOrEqual(FloatVector a, FloatVector b, FloatVector then, FloatVector otherwise) {
        return otherwise.blend(then, a.compare(VectorOperators.LE, b));
    }

    static FloatVector ifEqual(FloatVector a, FloatVector b, FloatVector then, FloatVector otherwise) {
        return otherwise.blend(then, a.compare(VectorOperators.EQ, b));
    }
}
