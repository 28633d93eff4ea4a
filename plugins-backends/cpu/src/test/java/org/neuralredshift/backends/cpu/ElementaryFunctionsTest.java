package org.neuralredshift.backends.cpu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.neuralredshift.api.expression.ErrorFunction;
import org.neuralredshift.api.expression.Scalar;

class ElementaryFunctionsTest {
    private static final Scalar X = Scalar.input(0);

    /** Each function with its definition, and the range in which it is swept densely. */
    private enum Function {
        EXPONENTIAL(X.exp(), StrictMath::exp, 88, 1.5),
        LOGARITHM(X.log(), StrictMath::log, 4, 2),
        SIGMOID(X.sigmoid(), x -> 1 / (1 + StrictMath.exp(-x)), 87, 2.5),
        TANH(X.tanh(), StrictMath::tanh, 9.5, 2.5),
        ERROR_FUNCTION(X.erf(), ErrorFunction::of, 4.5, 2.5),
        SINE(X.sin(), StrictMath::sin, 1e4, 2),
        SINE_NEAR_ZERO(X.sin(), StrictMath::sin, 3, 2),
        SINE_FAR_OUT(X.sin(), StrictMath::sin, 2e7, 2),
        COSINE(X.cos(), StrictMath::cos, 1e4, 2),
        SQUARE_ROOT(X.sqrt(), Math::sqrt, 4, 0.5),
        POWER(X.power(Scalar.of(1.5)), x -> StrictMath.pow(x, 1.5), 4, 0.5001),
        RECTIFIER(X.max(Scalar.of(0)), x -> Math.max(x, 0.0), 4, 0);

        private final Scalar expression;
        private final DoubleUnaryOperator exact;
        private final double dense;
        /** Stated error in units of the last place. */
        private final double bound;

        Function(Scalar expression, DoubleUnaryOperator exact, double dense, double bound) {
            this.expression = expression;
            this.exact = exact;
            this.dense = dense;
            this.bound = bound;
        }
    }

    /** Floats of every exponent and sign, then dense ones around zero; whole tiles. */
    private static float[] sweep(double dense) {
        Random random = new Random(7);
        float[] values = new float[400_000 / TileKernel.TILE * TileKernel.TILE];
        for (int i = 0; i < values.length; i++) {
            values[i] = i % 2 == 0
                    ? Float.intBitsToFloat(random.nextInt())
                    : (float) ((random.nextDouble() * 2 - 1) * dense);
        }
        return values;
    }

    /** The expression at whole tiles of values, as the kernel for that many lanes computes it. */
    private static float[] evaluate(Scalar expression, int lanes, float[] values) {
        TileKernel kernel = MapWriter.write(ExpressionCode.of(expression), List.of(Operand.ROWS), lanes);
        float[] memory = Arrays.copyOf(values, 2 * values.length);
        kernel.run(memory, new int[] {values.length, 0}, values.length / TileKernel.TILE);
        return Arrays.copyOfRange(memory, values.length, memory.length);
    }

    private static float at(Scalar expression, float x) {
        float[] values = new float[TileKernel.TILE];
        Arrays.fill(values, x);
        return evaluate(expression, 1, values)[0];
    }

    @ParameterizedTest
    @EnumSource
    void errorsStayWithinTheStatedUnitsInTheLastPlace(Function function) {
        float[] arguments = sweep(function.dense);
        float[] actual = evaluate(function.expression, 1, arguments);
        double worst = 0;
        for (int i = 0; i < arguments.length; i++) {
            float x = arguments[i];
            double expected = function.exact.applyAsDouble(x);
            if (Double.isNaN(expected) || (float) expected == actual[i] || Math.abs(expected) < 0x1p-126) {
                assertEquals(Double.isNaN(expected), Float.isNaN(actual[i]), "at " + x);
                continue;
            }
            assertTrue(Float.isFinite(actual[i]), actual[i] + " at " + x);
            worst = Math.max(worst, Math.abs(actual[i] - expected) / Math.ulp((float) expected));
        }
        double error = worst;
        assertTrue(error <= function.bound, () -> error + " ulp, but at most " + function.bound + " are stated");
    }

    @Test
    void extremesAreThoseOfTheDefinition() {
        assertEquals(Float.POSITIVE_INFINITY, at(X.exp(), 89));
        assertEquals(0f, at(X.exp(), -1e30f));
        assertEquals(1f, at(X.exp(), 0));
        assertEquals(1f, at(X.tanh(), Float.POSITIVE_INFINITY));
        assertEquals(-1f, at(X.tanh(), -9));
        assertEquals(1f, at(X.erf(), 3.9375f));
        assertEquals(-1f, at(X.erf(), -1e20f));
        assertEquals(0f, at(X.sigmoid(), -1e20f));
        assertEquals(1f, at(X.sigmoid(), 1e20f));
        assertEquals(Float.NEGATIVE_INFINITY, at(X.log(), 0));
        assertEquals(Float.NEGATIVE_INFINITY, at(X.log(), -0f));
        assertEquals(Float.POSITIVE_INFINITY, at(X.log(), Float.POSITIVE_INFINITY));
        assertTrue(Float.isNaN(at(X.log(), -1)));
        assertTrue(Float.isNaN(at(X.sin(), Float.POSITIVE_INFINITY)));
        assertEquals((float) StrictMath.log(Float.MIN_VALUE), at(X.log(), Float.MIN_VALUE));
        assertEquals((float) StrictMath.sin(1e30f), at(X.sin(), 1e30f));
    }

    @ParameterizedTest
    @EnumSource
    void noFunctionTurnsNotANumberIntoANumber(Function function) {
        for (float nan : new float[] {Float.NaN, Float.intBitsToFloat(0xFFC00000), Float.intBitsToFloat(0x7FFFFFFF)}) {
            assertTrue(Float.isNaN(at(function.expression, nan)));
        }
    }

    /** The sweep has NaN, infinities, subnormal numbers and arguments beyond the fast steps in most vectors. */
    @ParameterizedTest
    @EnumSource
    void vectorsGiveTheBitsOfSingleNumbers(Function function) {
        float[] values = sweep(20);
        float[] expected = evaluate(function.expression, 1, values);
        float[] actual = evaluate(function.expression, Lanes.FLOATS.length(), values);
        for (int i = 0; i < values.length; i++) {
            // Bits of NaN carry no meaning.
            assertEquals(Float.floatToIntBits(expected[i]), Float.floatToIntBits(actual[i]), "at " + values[i]);
        }
    }

    @Test
    void boundsKeepNotANumberAndTheSignsOfZerosAsMathDoes() {
        float[] values = Arrays.copyOf(
                new float[] {0f, -0f, 1f, -1f, Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, 2.5f},
                TileKernel.TILE);
        for (float bound : new float[] {0f, -0f, 1f, -1f, Float.POSITIVE_INFINITY, Float.NaN}) {
            Scalar number = Scalar.of(bound);
            for (int lanes : new int[] {1, Lanes.FLOATS.length()}) {
                for (boolean first : new boolean[] {true, false}) {
                    float[] lower = evaluate(first ? number.min(X) : X.min(number), lanes, values);
                    float[] upper = evaluate(first ? number.max(X) : X.max(number), lanes, values);
                    for (int i = 0; i < values.length; i++) {
                        String at = values[i] + " and " + bound;
                        assertEquals(Math.min(values[i], bound), lower[i], "minimum of " + at);
                        assertEquals(Math.max(values[i], bound), upper[i], "maximum of " + at);
                    }
                }
            }
        }
    }
}
