package org.neuralredshift.metrics.spectral.polynomial;

import java.util.ArrayList;
import java.util.List;

/**
 * The least-squares solution for a matrix A that grows by columns: A = Q·R by the modified Gram-Schmidt process in float64,
 * which loses as many digits as the condition of A has, and R⁻¹ beside it.
 */
final class LeastSquares {
    private final int rows;
    /** The columns of Q: orthonormal. */
    private final List<double[]> orthonormal = new ArrayList<>();
    /** Column k of R⁻¹, an upper triangle: k + 1 elements. */
    private final List<double[]> inverse = new ArrayList<>();
    /** (AᵀA)⁻¹_ii, the squared length of row i of R⁻¹. */
    private final List<Double> variances = new ArrayList<>();

    LeastSquares(int rows) {
        this.rows = rows;
    }

    /** The number of columns so far. */
    int columns() {
        return orthonormal.size();
    }

    /** Adds a column, one that does not depend on the earlier ones. */
    void add(double[] column) {
        int k = columns();
        double[] rest = column.clone();
        double[] solution = new double[k + 1];
        solution[k] = 1;
        for (int j = 0; j < k; j++) {
            double[] unit = orthonormal.get(j);
            double part = dot(unit, rest);
            addTo(rest, -part, unit);
            addTo(solution, -part, inverse.get(j));
        }
        double length = Math.sqrt(dot(rest, rest));
        variances.add(0.0);
        for (int i = 0; i <= k; i++) {
            solution[i] /= length;
            variances.set(i, variances.get(i) + solution[i] * solution[i]);
        }
        for (int row = 0; row < rows; row++) {
            rest[row] /= length;
        }
        orthonormal.add(rest);
        inverse.add(solution);
    }

    /** The largest √((AᵀA)⁻¹)_ii: deviation of an element of the solution, for right-hand sides of white noise of deviation 1. */
    double amplification() {
        return Math.sqrt(
                variances.stream().mapToDouble(Double::doubleValue).max().orElse(0));
    }

    /** R⁻¹·Qᵀ: what brings a right-hand side to its solution, {@code [columns][rows]}. */
    double[][] pseudoInverse() {
        double[][] product = new double[columns()][rows];
        for (int k = 0; k < columns(); k++) {
            for (int i = 0; i <= k; i++) {
                addTo(product[i], inverse.get(k)[i], orthonormal.get(k));
            }
        }
        return product;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static void addTo(double[] sum, double factor, double[] terms) {
        for (int i = 0; i < terms.length; i++) {
            sum[i] += factor * terms[i];
        }
    }
}
