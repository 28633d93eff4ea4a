package org.neuralredshift.metrics.spectral.polynomial;

import java.util.function.DoubleUnaryOperator;

/** Textbook polynomials, roots by bisection, textbook weights, coefficients by direct sums; all of it in float64. */
final class SlowPolynomials {
    private final Basis basis;
    final double[] nodes;
    final double[] weights;

    SlowPolynomials(Basis basis, int size) {
        this.basis = basis;
        this.nodes = new double[size];
        this.weights = new double[size];
        int found = 0;
        double reach = basis == Basis.HERMITE ? Math.sqrt(2.0 * size + 1) : 1;
        int pieces = 1001 * size;
        for (int piece = 0; piece < pieces; piece++) {
            double low = reach * (2.0 * piece / pieces - 1);
            double high = reach * (2.0 * (piece + 1) / pieces - 1);
            if (classical(size, low) * classical(size, high) < 0) {
                nodes[found] = bisect(x -> classical(size, x), low, high);
                weights[found] = weight(size, nodes[found]);
                found++;
            }
        }
        if (found != size) {
            throw new AssertionError(found + " roots of " + size);
        }
    }

    private static double bisect(DoubleUnaryOperator f, double from, double to) {
        double low = from;
        double high = to;
        for (int i = 0; i < 80; i++) {
            double middle = (low + high) / 2;
            if (f.applyAsDouble(low) * f.applyAsDouble(middle) <= 0) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return (low + high) / 2;
    }

    /** T_k, P_k or H_k by the recurrence of the tables. */
    private double classical(int k, double x) {
        if (basis == Basis.CHEBYSHEV) {
            return Math.cos(k * Math.acos(x));
        }
        double before = 0;
        double value = 1;
        for (int i = 0; i < k; i++) {
            double next = basis == Basis.LEGENDRE
                    ? ((2 * i + 1) * x * value - i * before) / (i + 1)
                    : 2 * x * value - 2 * i * before;
            before = value;
            value = next;
        }
        return value;
    }

    /** Abramowitz and Stegun 25.4.38, 25.4.29 and 25.4.46, divided by the integral of the weight. */
    private double weight(int n, double x) {
        return switch (basis) {
            case CHEBYSHEV -> 1.0 / n;
            case LEGENDRE -> {
                double slope = n * (classical(n - 1, x) - x * classical(n, x)) / (1 - x * x);
                yield 1 / ((1 - x * x) * slope * slope);
            }
            case HERMITE -> {
                double value = n * classical(n - 1, x);
                double numerator = 0.5;
                for (int i = 1; i <= n; i++) {
                    numerator *= 2.0 * i;
                }
                yield numerator / (value * value);
            }
        };
    }

    /** The orthonormal polynomial. */
    double orthonormal(int k, double x) {
        double norm = switch (basis) {
            case CHEBYSHEV -> k == 0 ? 1 : 0.5;
            case LEGENDRE -> 1.0 / (2 * k + 1);
            case HERMITE -> {
                double product = 1;
                for (int i = 1; i <= k; i++) {
                    product *= 2.0 * i;
                }
                yield product;
            }
        };
        return classical(k, x) / Math.sqrt(norm);
    }

    /** c(i, j) of samples, i the order in x1 (columns) and j that in x2 (rows). */
    double coefficient(float[] samples, int i, int j) {
        double sum = 0;
        int size = nodes.length;
        for (int row = 0; row < size; row++) {
            for (int column = 0; column < size; column++) {
                sum += weights[row]
                        * weights[column]
                        * samples[row * size + column]
                        * orthonormal(i, nodes[column])
                        * orthonormal(j, nodes[row]);
            }
        }
        return sum;
    }

    /** The mean of |c| (or c²) over the terms of one order. */
    double mean(float[] samples, int order, boolean sum, boolean power) {
        double total = 0;
        int count = 0;
        for (int i = 0; i <= order; i++) {
            for (int j = 0; j <= order; j++) {
                if ((sum ? i + j : Math.max(i, j)) == order) {
                    double c = coefficient(samples, i, j);
                    total += power ? c * c : Math.abs(c);
                    count++;
                }
            }
        }
        return total / count;
    }
}
