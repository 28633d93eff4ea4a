package org.neuralredshift.backends.cpu;

import static org.neuralredshift.backends.cpu.Coefficients.*;

/**
 * The operations of an expression on one float32 value. They define the bits: {@link Lanes} and {@link VectorMath} give
 * the same on vectors, because both use only operations with one IEEE answer in one order.
 *
 * <p>Greatest error against the exact value, in units of the last place of the result, as the tests sweep it: exp 1.5,
 * log, sin and cos 2 at any argument, sigmoid, tanh and erf 2.5. Results of exp below 2^-126 are zero.
 */
final class ScalarMath {
    private static final float SMALLEST_NORMAL = 0x1p-126f;

    private ScalarMath() {}

    static float load(float[] memory, int index) {
        return memory[index];
    }

    static void store(float value, float[] memory, int index) {
        memory[index] = value;
    }

    static float broadcast(float value) {
        return value;
    }

    static float add(float a, float b) {
        return a + b;
    }

    static float subtract(float a, float b) {
        return a - b;
    }

    static float multiply(float a, float b) {
        return a * b;
    }

    static float divide(float a, float b) {
        return a / b;
    }

    static float minimum(float a, float b) {
        return Math.min(a, b);
    }

    static float maximum(float a, float b) {
        return Math.max(a, b);
    }

    /** max(x, +0): keeps NaN, and gives +0 for -0. */
    static float rectify(float x) {
        return x <= 0 ? 0 : x;
    }

    static float power(float a, float b) {
        return (float) StrictMath.pow(a, b);
    }

    static float negate(float x) {
        return -x;
    }

    static float absolute(float x) {
        return Math.abs(x);
    }

    static float squareRoot(float x) {
        return (float) Math.sqrt(x);
    }

    static float ifLess(float a, float b, float then, float otherwise) {
        return a < b ? then : otherwise;
    }

    static float ifLessOrEqual(float a, float b, float then, float otherwise) {
        return a <= b ? then : otherwise;
    }

    static float ifEqual(float a, float b, float then, float otherwise) {
        return a == b ? then : otherwise;
    }

    /** e^x = 2^k e^r with r within ln(2)/2 of zero; the power of two is added to the exponent. */
    static float exponential(float x) {
        float shifted = Math.fma(x, LOG2_E, ROUNDING);
        float k = shifted - ROUNDING;
        float r = Math.fma(k, -LN2_LOW, Math.fma(k, -LN2_HIGH, x));
        float p = EXP[6];
        for (int d = 5; d >= 0; d--) {
            p = Math.fma(p, r, EXP[d]);
        }
        int exponent = Float.floatToRawIntBits(shifted) << 23;
        float result = Float.intBitsToFloat(Float.floatToRawIntBits(p) + exponent);
        return x > EXP_OVERFLOW ? Float.POSITIVE_INFINITY : x < EXP_UNDERFLOW ? 0 : result;
    }

    /** log(2^k (1 + f)) with 1 + f between sqrt(1/2) and sqrt(2). */
    static float logarithm(float x) {
        boolean subnormal = x < SMALLEST_NORMAL;
        float normal = subnormal ? x * 0x1p23f : x;
        int bits = Float.floatToRawIntBits(normal);
        int exponent = (bits - SQRT_HALF_BITS) >> 23;
        float f = Float.intBitsToFloat(bits - (exponent << 23)) - 1;
        float k = exponent - (subnormal ? 23f : 0f);
        float u = f - LOG_CENTRE;
        float p = LOG[8];
        for (int d = 7; d >= 0; d--) {
            p = Math.fma(p, u, LOG[d]);
        }
        float square = f * f;
        float tail = Math.fma(square * f, p, k * LN2_LOW);
        float result = Math.fma(k, LN2_HIGH, f + Math.fma(-0.5f, square, tail));
        return !(x < Float.POSITIVE_INFINITY) ? x : x == 0 ? Float.NEGATIVE_INFINITY : x < 0 ? Float.NaN : result;
    }

    /** sin(kπ + r) = (-1)^k sin r; beyond {@link Coefficients#SINE_LIMIT} in float64 with full reduction. */
    static float sine(float x) {
        if (!(Math.abs(x) <= SINE_LIMIT)) {
            return (float) StrictMath.sin(x);
        }
        float shifted = Math.fma(x, INVERSE_PI, ROUNDING);
        return reducedSine(x, shifted - ROUNDING, shifted);
    }

    /** cos(kπ - π/2 + r) = (-1)^k sin r. */
    static float cosine(float x) {
        if (!(Math.abs(x) <= SINE_LIMIT)) {
            return (float) StrictMath.cos(x);
        }
        float shifted = Math.fma(x, INVERSE_PI, 0.5f) + ROUNDING;
        return reducedSine(x, shifted - ROUNDING - 0.5f, shifted);
    }

    private static float reducedSine(float x, float k, float shifted) {
        float r = Math.fma(k, -PI_LOW, Math.fma(k, -PI_MIDDLE, Math.fma(k, -PI_HIGH, x)));
        float s = r * r;
        float p = Math.fma(Math.fma(Math.fma(SINE[3], s, SINE[2]), s, SINE[1]), s, SINE[0]);
        float sine = Math.fma(r * s, p, r);
        int sign = Float.floatToRawIntBits(shifted) << 31;
        return Float.intBitsToFloat(Float.floatToRawIntBits(sine) ^ sign);
    }

    static float sigmoid(float x) {
        return 1 / (1 + exponential(-x));
    }

    /** x times an even function, a polynomial on each of 32 segments. */
    static float tanh(float x) {
        float t = Math.abs(x);
        float shifted = Math.fma(t, TANH_SCALE, ROUNDING);
        float r = Math.fma(shifted - ROUNDING, -TANH_STEP, t);
        int segment = Float.floatToRawIntBits(shifted) & 31;
        float p = TANH[5][segment];
        for (int d = 4; d >= 0; d--) {
            p = Math.fma(p, r, TANH[d][segment]);
        }
        return t > TANH_LIMIT ? Math.copySign(1f, x) : x * p;
    }

    /** x times an even function, a polynomial on each of 32 segments. */
    static float errorFunction(float x) {
        float t = Math.abs(x);
        float shifted = Math.fma(t, ERF_SCALE, ROUNDING);
        float r = Math.fma(shifted - ROUNDING, -ERF_STEP, t);
        int segment = Float.floatToRawIntBits(shifted) & 31;
        float p = ERF[4][segment];
        for (int d = 3; d >= 0; d--) {
            p = Math.fma(p, r, ERF[d][segment]);
        }
        return t > ERF_LIMIT ? Math.copySign(1f, x) : x * p;
    }
}
