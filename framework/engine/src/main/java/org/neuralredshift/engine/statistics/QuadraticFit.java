package org.neuralredshift.engine.statistics;

/**
 * The parabola a + b u + c u² of least squares through weighted points (u, y), on the range of its u.
 *
 * <p>Solved about the mean of u and in units of its half range, so that a narrow or distant range costs no digits.
 *
 * @param centre of u
 * @param scale of u: v = (u - centre) / scale
 * @param a constant coefficient of v
 * @param b linear coefficient of v
 * @param c quadratic coefficient of v
 * @param low least u
 * @param high largest u
 */
public record QuadraticFit(double centre, double scale, double a, double b, double c, double low, double high) {
    private static final double SINGULAR = 1e-12;

    /**
     * Fits points; those of weight 0 do not count, not even for the range.
     *
     * @param u abscissas
     * @param y as many finite numbers
     * @param weights as many, not negative
     * @return all NaN if fewer than three different u have weight
     */
    public static QuadraticFit of(double[] u, double[] y, int[] weights) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        double sum = 0;
        double mean = 0;
        for (int i = 0; i < u.length; i++) {
            if (weights[i] > 0) {
                low = Math.min(low, u[i]);
                high = Math.max(high, u[i]);
                sum += weights[i];
                mean += weights[i] * u[i];
            }
        }
        double centre = mean / sum;
        double scale = (high - low) / 2;
        if (!(scale > 0)) {
            return new QuadraticFit(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, low, high);
        }
        double[] moments = new double[5];
        double[] products = new double[3];
        for (int i = 0; i < u.length; i++) {
            double v = (u[i] - centre) / scale;
            double power = weights[i] / sum;
            for (int k = 0; k < moments.length; k++) {
                moments[k] += power;
                if (k < products.length) {
                    products[k] += power * y[i];
                }
                power *= v;
            }
        }
        return solve(moments, products, centre, scale, low, high);
    }

    /** The normal equations by Cramer's rule. */
    private static QuadraticFit solve(double[] m, double[] p, double centre, double scale, double low, double high) {
        double determinant = determinant(m[0], m[1], m[2], m[1], m[2], m[3], m[2], m[3], m[4]);
        double divisor = Math.abs(determinant) > SINGULAR ? determinant : Double.NaN;
        return new QuadraticFit(
                centre,
                scale,
                determinant(p[0], m[1], m[2], p[1], m[2], m[3], p[2], m[3], m[4]) / divisor,
                determinant(m[0], p[0], m[2], m[1], p[1], m[3], m[2], p[2], m[4]) / divisor,
                determinant(m[0], m[1], p[0], m[1], m[2], p[1], m[2], m[3], p[2]) / divisor,
                low,
                high);
    }

    private static double determinant(
            double a, double b, double c, double d, double e, double f, double g, double h, double i) {
        return a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g);
    }

    /** Whether there is a parabola. */
    public boolean isDefined() {
        return !Double.isNaN(c);
    }

    /** Its value. */
    public double at(double u) {
        double v = (u - centre) / scale;
        return a + (b + c * v) * v;
    }

    /** Whether it has a maximum between the ends of its range. */
    public boolean hasPeak() {
        return c < 0 && vertex() > low && vertex() < high;
    }

    private double vertex() {
        return centre - scale * b / (2 * c);
    }

    /** Where it is largest on its range: its maximum, or the end that is higher; NaN if it is not defined. */
    public double argmax() {
        if (!isDefined()) {
            return Double.NaN;
        }
        return hasPeak() ? vertex() : at(high) >= at(low) ? high : low;
    }
}
