package org.neuralredshift.metrics.spectral.polynomial;

/**
 * Polynomials p_0 = 1, p_1, p_2, ... that are orthonormal for a probability weight which is even about 0, by their
 * recurrence x·p_k = b(k+1)·p_(k+1) + b(k)·p_(k-1).
 */
enum Basis {
    /** T_k·√2 for k ≥ 1: orthonormal for 1/(π√(1-x²)) on [-1, 1]. */
    CHEBYSHEV("chebyshev") {
        @Override
        double recurrence(int k) {
            return k == 1 ? Math.sqrt(0.5) : 0.5;
        }

        @Override
        double guess(int a, int size) {
            return StrictMath.cos(Math.PI * (a - 0.5) / size);
        }

        /** The singular ends have finite integrals. */
        @Override
        double mass(double from, double to) {
            return (StrictMath.asin(Math.min(1, to)) - StrictMath.asin(Math.max(-1, from))) / Math.PI;
        }
    },

    /** P_k·√(2k+1): orthonormal for 1/2 on [-1, 1]. */
    LEGENDRE("legendre") {
        @Override
        double recurrence(int k) {
            return k / Math.sqrt(4.0 * k * k - 1);
        }

        @Override
        double guess(int a, int size) {
            return StrictMath.cos(Math.PI * (a - 0.25) / (size + 0.5));
        }

        @Override
        double mass(double from, double to) {
            return (Math.min(1, to) - Math.max(-1, from)) / 2;
        }
    },

    /** H_k/√(2^k·k!), the physicists' H_k: orthonormal for exp(-x²)/√π on all of ℝ. */
    HERMITE("hermite") {
        @Override
        double recurrence(int k) {
            return Math.sqrt(0.5 * k);
        }

        /** √(2n+1)·cos θ with (2n+1)/2·(θ - sin θ·cos θ) = π·(a - 1/4): the phase of a harmonic oscillator. */
        @Override
        double guess(int a, int size) {
            double phase = 2 * Math.PI * (a - 0.25) / (2.0 * size + 1);
            double low = 0;
            double high = Math.PI / 2;
            for (int halving = 0; halving < 40; halving++) {
                double middle = (low + high) / 2;
                if (middle - StrictMath.sin(middle) * StrictMath.cos(middle) < phase) {
                    low = middle;
                } else {
                    high = middle;
                }
            }
            return Math.sqrt(2.0 * size + 1) * StrictMath.cos(low);
        }

        /** By the midpoint rule, which sums a Gaussian over equal steps to rounding errors. */
        @Override
        double mass(double from, double to) {
            double middle = (from + to) / 2;
            return (to - from) * StrictMath.exp(-middle * middle) / Math.sqrt(Math.PI);
        }

        /** The outermost node comes to lie at 1. */
        @Override
        double extent(double[] nodes) {
            return nodes[nodes.length - 1];
        }
    };

    private final String id;

    Basis(String id) {
        this.id = id;
    }

    /** The name of the metric, and of the axis that holds the nodes. */
    String id() {
        return id;
    }

    /** What nodes are divided by to lie within [-1, 1]. */
    double extent(double[] nodes) {
        return 1;
    }

    /** b(k) of the recurrence, for k ≥ 1. */
    abstract double recurrence(int k);

    /** The integral of the weight over an interval, as far as the weight reaches. */
    abstract double mass(double from, double to);

    /** About the a-th largest root of p_size, close enough for Newton's method; for roots that are not negative. */
    abstract double guess(int a, int size);
}
