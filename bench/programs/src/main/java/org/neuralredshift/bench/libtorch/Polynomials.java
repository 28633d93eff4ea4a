package org.neuralredshift.bench.libtorch;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * The mean orders of the Chebyshev and the Legendre series that fit a function on its grid best: Σ |c(i, j)| (i + j) / Σ |c(i,
 * j)|. A fit is a product with the pseudo-inverse from either side, done for both bases at once.
 */
final class Polynomials {
    static final int ORDER = 20;
    private static final int TERMS = ORDER + 1;

    private final Configuration configuration;
    private final Tensor rows;
    private final Tensor columns;
    private final Tensor orders;
    private final Tensor sums;

    Polynomials(Configuration configuration) {
        this.configuration = configuration;
        int grid = configuration.grid();
        if (grid < TERMS) {
            throw new IllegalArgumentException(
                    "a fit to order " + ORDER + " needs " + TERMS + " points per axis, not " + grid);
        }
        rows = torch.empty(new long[] {2 * TERMS, grid});
        float[] numbers = new float[2 * TERMS * grid];
        for (int basis = 0; basis < 2; basis++) {
            double[][] inverse = pseudoInverse(basis == 0 ? chebyshev(grid) : legendre(grid));
            for (int term = 0; term < TERMS; term++) {
                for (int point = 0; point < grid; point++) {
                    numbers[(basis * TERMS + term) * grid + point] = (float) inverse[term][point];
                }
            }
        }
        rows.data_ptr_float().put(numbers);
        columns = rows.view(2, TERMS, grid).transpose(1, 2).contiguous();
        orders = torch.empty(new long[] {TERMS * TERMS, 2});
        float[] pairs = new float[2 * TERMS * TERMS];
        for (int i = 0; i < TERMS * TERMS; i++) {
            pairs[2 * i] = 1;
            pairs[2 * i + 1] = (float) (i / TERMS + i % TERMS);
        }
        orders.data_ptr_float().put(pairs);
        sums = torch.empty(new long[] {2L * configuration.batch(), 2});
    }

    /** Mean orders of functions [batch, points]: [batch · 2], Chebyshev and Legendre of each. */
    Tensor of(Tensor images) {
        long batch = configuration.batch();
        long grid = configuration.grid();
        Tensor half = torch.matmul(rows, images.view(batch, grid, grid)).view(batch, 2, TERMS, grid);
        Tensor coefficients = torch.matmul(half, columns);
        torch.mm_out(sums, coefficients.abs_().view(2 * batch, TERMS * TERMS), orders);
        return sums.select(1, 1).div(sums.select(1, 0));
    }

    /** T(0) ... T(20) at the points of an axis: [point][term]. */
    static double[][] chebyshev(int grid) {
        double[][] values = start(grid);
        for (double[] value : values) {
            for (int i = 2; i < TERMS; i++) {
                value[i] = 2 * value[1] * value[i - 1] - value[i - 2];
            }
        }
        return values;
    }

    /** P(0) ... P(20) at the points of an axis: [point][term]. */
    static double[][] legendre(int grid) {
        double[][] values = start(grid);
        for (double[] value : values) {
            for (int i = 2; i < TERMS; i++) {
                value[i] = ((2 * i - 1) * value[1] * value[i - 1] - (i - 1) * value[i - 2]) / i;
            }
        }
        return values;
    }

    private static double[][] start(int grid) {
        double[][] values = new double[grid][TERMS];
        for (int i = 0; i < grid; i++) {
            values[i][0] = 1;
            values[i][1] = -1 + 2.0 * i / (grid - 1);
        }
        return values;
    }

    /** R⁻¹ Qᵀ, where Q R is the matrix by modified Gram-Schmidt: [term][point]. */
    private static double[][] pseudoInverse(double[][] matrix) {
        int points = matrix.length;
        double[][] q = new double[TERMS][points];
        double[][] r = new double[TERMS][TERMS];
        for (int term = 0; term < TERMS; term++) {
            for (int point = 0; point < points; point++) {
                q[term][point] = matrix[point][term];
            }
            for (int earlier = 0; earlier < term; earlier++) {
                r[earlier][term] = product(q[earlier], q[term]);
                add(q[term], -r[earlier][term], q[earlier]);
            }
            r[term][term] = Math.sqrt(product(q[term], q[term]));
            scale(q[term], 1 / r[term][term]);
        }
        for (int term = TERMS - 1; term >= 0; term--) {
            for (int later = term + 1; later < TERMS; later++) {
                add(q[term], -r[term][later], q[later]);
            }
            scale(q[term], 1 / r[term][term]);
        }
        return q;
    }

    private static double product(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static void add(double[] to, double factor, double[] what) {
        for (int i = 0; i < to.length; i++) {
            to[i] += factor * what[i];
        }
    }

    private static void scale(double[] vector, double factor) {
        for (int i = 0; i < vector.length; i++) {
            vector[i] *= factor;
        }
    }
}
