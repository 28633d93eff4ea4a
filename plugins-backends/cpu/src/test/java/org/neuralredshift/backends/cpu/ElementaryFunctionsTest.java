package org.neuralredshift.backends.cpu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import jdk.incubator.vector.FloatVector;
import org.junit.jupiter.api.Test;
import org.neuralredshift.api.expression.ErrorFunction;

class ElementaryFunctionsTest {
    @FunctionalInterface
    private interface FloatFunction {
        float apply(float x);
    }

    /** Floats of every exponent, then dense ones around zero. */
    private static float[] sweep(int count, double dense) {
        Random random = new Random(7);
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = i % 2 == 0
                    ? Float.intBitsToFloat(random.nextInt())
                    : (float) ((random.nextDouble() * 2 - 1) * dense);
        }
        return values;
    }

    private static double worst(FloatFunction ours, DoubleUnaryOperator exact, double dense) {
        double worst = 0;
        for (float x : sweep(400_000, dense)) {
            if (Float.isNaN(x)) {
                continue;
            }
            double expected = exact.applyAsDouble(x);
            float actual = ours.apply(x);
            if (Double.isNaN(expected) || (float) expected == actual || Math.abs(expected) < 0x1p-126) {
                assertEquals(Double.isNaN(expected), Float.isNaN(actual), "at " + x);
                continue;
            }
            assertTrue(Float.isFinite(actual), () -> actual + " at " + x);
            worst = Math.max(worst, Math.abs(actual - expected) / Math.ulp((float) expected));
        }
        return worst;
    }

    @Test
    void errorsStayWithinTheStatedUnitsInTheLastPlace() {
        assertWithin(1.5, ScalarMath::exponential, StrictMath::exp, 88);
        assertWithin(2, ScalarMath::logarithm, StrictMath::log, 4);
        assertWithin(2.5, ScalarMath::sigmoid, x -> 1 / (1 + StrictMath.exp(-x)), 87);
        assertWithin(2.5, ScalarMath::tanh, StrictMath::tanh, 9.5);
        assertWithin(2.5, ScalarMath::errorFunction, ErrorFunction::of, 4.5);
        assertWithin(2, ScalarMath::sine, StrictMath::sin, 1e4);
        assertWithin(2, ScalarMath::cosine, StrictMath::cos, 1e4);
        assertWithin(2, ScalarMath::sine, StrictMath::sin, 3);
        assertWithin(2, ScalarMath::sine, StrictMath::sin, 2e7);
    }

    private static void assertWithin(double bound, FloatFunction ours, DoubleUnaryOperator exact, double dense) {
        double worst = worst(ours, exact, dense);
        assertTrue(worst <= bound, () -> worst + " ulp, but at most " + bound + " are stated");
    }

    @Test
    void extremesAreThoseOfTheDefinition() {
        assertEquals(Float.POSITIVE_INFINITY, ScalarMath.exponential(89));
        assertEquals(0f, ScalarMath.exponential(-1e30f));
        assertEquals(1f, ScalarMath.exponential(0));
        assertEquals(1f, ScalarMath.tanh(Float.POSITIVE_INFINITY));
        assertEquals(-1f, ScalarMath.errorFunction(-1e20f));
        assertEquals(0f, ScalarMath.sigmoid(-1e20f));
        assertEquals(1f, ScalarMath.sigmoid(1e20f));
        assertEquals(Float.NEGATIVE_INFINITY, ScalarMath.logarithm(0));
        assertEquals(Float.POSITIVE_INFINITY, ScalarMath.logarithm(Float.POSITIVE_INFINITY));
        assertTrue(Float.isNaN(ScalarMath.logarithm(-1)));
        assertTrue(Float.isNaN(ScalarMath.sine(Float.POSITIVE_INFINITY)));
    }

    @Test
    void noFunctionTurnsNotANumberIntoANumber() {
        for (float nan : new float[] {Float.NaN, Float.intBitsToFloat(0xFFC00000)}) {
            for (FloatFunction f : new FloatFunction[] {
                ScalarMath::exponential,
                ScalarMath::logarithm,
                ScalarMath::sigmoid,
                ScalarMath::tanh,
                ScalarMath::errorFunction,
                ScalarMath::sine,
                ScalarMath::cosine,
                ScalarMath::rectify
            }) {
                assertTrue(Float.isNaN(f.apply(nan)));
            }
        }
    }

    @Test
    void vectorsGiveTheBitsOfSingleNumbers() {
        assertSameBits("exponential", ScalarMath::exponential, VectorMath::exponential);
        assertSameBits("logarithm", ScalarMath::logarithm, VectorMath::logarithm);
        assertSameBits("sigmoid", ScalarMath::sigmoid, VectorMath::sigmoid);
        assertSameBits("tanh", ScalarMath::tanh, VectorMath::tanh);
        assertSameBits("errorFunction", ScalarMath::errorFunction, VectorMath::errorFunction);
        assertSameBits("sine", ScalarMath::sine, VectorMath::sine);
        assertSameBits("cosine", ScalarMath::cosine, VectorMath::cosine);
        assertSameBits("rectify", ScalarMath::rectify, Lanes::rectify);
    }

    private static void assertSameBits(String name, FloatFunction scalar, UnaryOperator<FloatVector> vector) {
        int lanes = Lanes.FLOATS.length();
        float[] values = sweep(40_000 / lanes * lanes, 20);
        float[] result = new float[lanes];
        for (int i = 0; i < values.length; i += lanes) {
            vector.apply(FloatVector.fromArray(Lanes.FLOATS, values, i)).intoArray(result, 0);
            for (int lane = 0; lane < lanes; lane++) {
                float x = values[i + lane];
                float expected = scalar.apply(x);
                // Bits of NaN carry no meaning.
                assertEquals(Float.floatToIntBits(expected), Float.floatToIntBits(result[lane]), name + " of " + x);
            }
        }
    }
}
