package org.neuralredshift.backends.cpu;

import java.util.function.DoubleUnaryOperator;
import org.neuralredshift.api.expression.ErrorFunction;

/**
 * An odd function f that saturates at ±1, as x times an even function: f(t)/t for t >= 0 is a polynomial on each of 32
 * segments, centred at the multiples of a step.
 */
enum Segments {
    /** From 9 on the float result is 1. */
    TANH(StrictMath::tanh, 3.5, 9, 5),
    /** From 3.9375 on the float result is 1. */
    ERROR_FUNCTION(ErrorFunction::of, 8, 3.9375f, 4);

    private static final int COUNT = 32;

    private final float scale;
    private final float limit;
    /** [degree][segment]. */
    private final float[][] coefficients;

    Segments(DoubleUnaryOperator odd, double scale, float limit, int degree) {
        this.scale = (float) scale;
        this.limit =
                Math.nextDown(limit); // the limit itself, half a step behind, rounds to a segment that is not there
        this.coefficients = new float[degree + 1][COUNT];
        for (int segment = 0; segment < COUNT; segment++) {
            double[] fit = Polynomial.fit(
                    t -> Math.abs(t) < 1e-9 ? odd.applyAsDouble(1e-9) / 1e-9 : odd.applyAsDouble(t) / t,
                    segment * (double) step(),
                    step() / 2,
                    degree);
            for (int d = 0; d <= degree; d++) {
                coefficients[d][segment] = (float) fit[d];
            }
        }
    }

    /** Segments per unit. */
    float scale() {
        return scale;
    }

    /** Distance of their centres. */
    float step() {
        return 1 / scale;
    }

    /** The argument above which the result is 1. */
    float limit() {
        return limit;
    }

    int degree() {
        return coefficients.length - 1;
    }

    /** The coefficients of that degree, segment after segment; not to be changed. */
    float[] coefficients(int degree) {
        return coefficients[degree];
    }
}
