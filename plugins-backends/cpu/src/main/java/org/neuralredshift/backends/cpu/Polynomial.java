package org.neuralredshift.backends.cpu;

import java.util.function.DoubleUnaryOperator;

/** Interpolation at Chebyshev nodes: within a small factor of the best polynomial of its degree. */
final class Polynomial {
    private Polynomial() {}

    /**
     * Coefficients, lowest first, of the polynomial in (x - centre) that meets f at the Chebyshev nodes of [centre -
     * radius, centre + radius]. Only basic operations and {@link StrictMath}: the same bits anywhere.
     */
    static double[] fit(DoubleUnaryOperator f, double centre, double radius, int degree) {
        int n = degree + 1;
        double[] node = new double[n];
        double[] divided = new double[n];
        for (int i = 0; i < n; i++) {
            node[i] = radius * StrictMath.cos(Math.PI * (i + 0.5) / n);
            divided[i] = f.applyAsDouble(centre + node[i]);
        }
        for (int order = 1; order < n; order++) {
            for (int i = n - 1; i >= order; i--) {
                divided[i] = (divided[i] - divided[i - 1]) / (node[i] - node[i - order]);
            }
        }
        double[] coefficients = new double[n];
        for (int i = n - 1; i >= 0; i--) {
            for (int j = n - 1; j >= 1; j--) {
                coefficients[j] = coefficients[j - 1] - node[i] * coefficients[j];
            }
            coefficients[0] = divided[i] - node[i] * coefficients[0];
        }
        return coefficients;
    }
}
