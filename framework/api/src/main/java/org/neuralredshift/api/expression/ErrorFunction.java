package org.neuralredshift.api.expression;

import static org.neuralredshift.api.annotation.Api.Stability.STABLE;

import org.neuralredshift.api.annotation.Api;

/** The error function in float64, relative error below 1e-15: the JDK has none. */
@Api(STABLE)
public final class ErrorFunction {
    private static final double TWO_OVER_SQRT_PI = 1.1283791670955126;

    private ErrorFunction() {}

    /** 2/sqrt(pi) times the integral of e^(-t^2) from 0 to x; odd, within [-1, 1], NaN for NaN. */
    public static double of(double x) {
        double t = Math.abs(x);
        if (Double.isNaN(x)) {
            return x;
        }
        return Math.copySign(t < 1.5 ? series(t) : t > 6 ? 1 : 1 - complement(t), x);
    }

    /** 2/sqrt(pi) e^(-t^2) sum of 2^n t^(2n+1) / (1·3·...·(2n+1)): all terms positive (Abramowitz and Stegun 7.1.6). */
    private static double series(double t) {
        double term = t;
        double sum = t;
        for (int n = 1; term > sum * 1e-18; n++) {
            term *= 2 * t * t / (2 * n + 1);
            sum += term;
        }
        return TWO_OVER_SQRT_PI * StrictMath.exp(-t * t) * sum;
    }

    /** 1 - erf(t) by its continued fraction (Abramowitz and Stegun 7.1.14), evaluated from the back. */
    private static double complement(double t) {
        double fraction = t;
        for (int n = 120; n >= 1; n--) {
            fraction = t + 0.5 * n / fraction;
        }
        return StrictMath.exp(-t * t) / (fraction * 1.7724538509055160);
    }
}
