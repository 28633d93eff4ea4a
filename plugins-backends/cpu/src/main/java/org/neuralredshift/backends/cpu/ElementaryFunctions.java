package org.neuralredshift.backends.cpu;

import static org.neuralredshift.backends.cpu.Coefficients.*;
import static org.neuralredshift.backends.cpu.Operation.*;

/**
 * The elementary functions as instructions. They define the bits, for single numbers and for vectors.
 *
 * <p>Greatest error against the exact value, in units of the last place of the result, as the tests sweep it: exp 1.5,
 * log, sin and cos 2 at any argument, sigmoid, tanh and erf 2.5. Results of exp below 2^-126 are zero.
 *
 * <p>Arguments and results are positions of the list that is written to. Straight lines, because the JVM's compiler keeps
 * vectors in registers only where it has inlined everything between them: a method of this length, once compiled by
 * itself, may be called instead.
 *
 * @param code what the instructions are added to
 */
record ElementaryFunctions(ExpressionCode.Builder code) {

    /** e^x = 2^k e^r with r within ln(2)/2 of zero; the power of two is added to the exponent. */
    int exponential(int x) {
        int shifted = code.apply(FMA, x, code.number(LOG2_E), code.number(ROUNDING));
        int k = code.apply(SUBTRACT, shifted, code.number(ROUNDING));
        int r = code.apply(FMA, k, code.number(-LN2_LOW), code.apply(FMA, k, code.number(-LN2_HIGH), x));
        int exponent = shift(true, code.apply(TO_BITS, shifted), 23);
        int bits = code.apply(ADD_BITS, code.apply(TO_BITS, polynomial(EXP, r)), exponent);
        int result = code.apply(FROM_BITS, bits);
        int beyond = code.apply(MULTIPLY, x, code.number(Double.POSITIVE_INFINITY)); // keeps NaN
        int upper = code.apply(IF_LESS_OR_EQUAL, x, code.number(EXP_OVERFLOW), result, beyond);
        return code.apply(IF_LESS, x, code.number(EXP_UNDERFLOW), code.number(0), upper);
    }

    /** 1 / (1 + e^-x). */
    int sigmoid(int x) {
        int one = code.number(1);
        return code.apply(DIVIDE, one, code.apply(ADD, one, exponential(code.apply(NEGATE, x))));
    }

    /** log(2^k (1 + f)) with 1 + f between sqrt(1/2) and sqrt(2), for normal x; slowly for any other. */
    int logarithm(int x) {
        int bits = code.apply(TO_BITS, x);
        int from = code.add(new Instruction.Bits(SQRT_HALF_BITS));
        int exponent = shift(false, code.apply(SUBTRACT_BITS, bits, from), 23);
        int scaled = code.apply(FROM_BITS, code.apply(SUBTRACT_BITS, bits, shift(true, exponent, 23)));
        int f = code.apply(SUBTRACT, scaled, code.number(1));
        int k = code.apply(FROM_WHOLE, exponent);
        int p = polynomial(LOG, code.apply(SUBTRACT, f, code.number(LOG_CENTRE)));
        int square = code.apply(MULTIPLY, f, f);
        int cube = code.apply(MULTIPLY, square, f);
        int tail = code.apply(FMA, cube, p, code.apply(MULTIPLY, k, code.number(LN2_LOW)));
        int sum = code.apply(ADD, f, code.apply(FMA, code.number(-0.5), square, tail));
        int result = code.apply(FMA, k, code.number(LN2_HIGH), sum);
        return within(RareFunction.LOGARITHM, x, Float.MIN_NORMAL, Float.MAX_VALUE, result);
    }

    /** sin(kπ + r) = (-1)^k sin r; slowly beyond {@link Coefficients#SINE_LIMIT}. */
    int sine(int x) {
        int shifted = code.apply(FMA, x, code.number(INVERSE_PI), code.number(ROUNDING));
        int k = code.apply(SUBTRACT, shifted, code.number(ROUNDING));
        return within(RareFunction.SINE, x, -SINE_LIMIT, SINE_LIMIT, reducedSine(x, k, shifted));
    }

    /** cos(kπ - π/2 + r) = (-1)^k sin r; slowly beyond {@link Coefficients#SINE_LIMIT}. */
    int cosine(int x) {
        int half = code.number(0.5);
        int shifted = code.apply(ADD, code.apply(FMA, x, code.number(INVERSE_PI), half), code.number(ROUNDING));
        int k = code.apply(SUBTRACT, code.apply(SUBTRACT, shifted, code.number(ROUNDING)), half);
        return within(RareFunction.COSINE, x, -SINE_LIMIT, SINE_LIMIT, reducedSine(x, k, shifted));
    }

    private int reducedSine(int x, int k, int shifted) {
        int high = code.apply(FMA, k, code.number(-PI_HIGH), x);
        int middle = code.apply(FMA, k, code.number(-PI_MIDDLE), high);
        int r = code.apply(FMA, k, code.number(-PI_LOW), middle);
        int square = code.apply(MULTIPLY, r, r);
        int sine = code.apply(FMA, code.apply(MULTIPLY, r, square), polynomial(SINE, square), r);
        int sign = shift(true, code.apply(TO_BITS, shifted), 31);
        return code.apply(FROM_BITS, code.apply(XOR, code.apply(TO_BITS, sine), sign));
    }

    /** x times the even function, with the sign of x where that saturates. */
    int segmented(Segments function, int x) {
        int t = code.apply(ABSOLUTE, x);
        int shifted = code.apply(FMA, t, code.number(function.scale()), code.number(ROUNDING));
        int centre = code.apply(SUBTRACT, shifted, code.number(ROUNDING));
        int r = code.apply(FMA, centre, code.number(-function.step()), t);
        int segment = code.apply(TO_BITS, shifted);
        int p = code.add(new Instruction.Coefficient(function, function.degree(), segment));
        for (int degree = function.degree() - 1; degree >= 0; degree--) {
            p = code.apply(FMA, p, r, code.add(new Instruction.Coefficient(function, degree, segment)));
        }
        int sign = code.apply(AND, code.apply(TO_BITS, x), code.add(new Instruction.Bits(Integer.MIN_VALUE)));
        int one = code.add(new Instruction.Bits(Float.floatToRawIntBits(1)));
        int saturated = code.apply(FROM_BITS, code.apply(OR, sign, one));
        return code.apply(IF_LESS, code.number(function.limit()), t, saturated, code.apply(MULTIPLY, x, p));
    }

    /** Coefficients from the constant on. */
    private int polynomial(float[] coefficients, int x) {
        int p = code.number(coefficients[coefficients.length - 1]);
        for (int degree = coefficients.length - 2; degree >= 0; degree--) {
            p = code.apply(FMA, p, x, code.number(coefficients[degree]));
        }
        return p;
    }

    private int shift(boolean left, int bits, int distance) {
        return code.add(new Instruction.Shift(left, bits, distance));
    }

    private int within(RareFunction function, int x, float from, float to, int result) {
        return code.add(new Instruction.Within(function, x, code.number(from), code.number(to), result));
    }
}
