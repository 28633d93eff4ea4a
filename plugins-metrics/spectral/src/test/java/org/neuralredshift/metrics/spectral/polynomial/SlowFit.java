package org.neuralredshift.metrics.spectral.polynomial;

/**
 * Weighted least squares of all products p_i(x1)·p_j(x2) at once, by their normal equations and Gaussian elimination, with
 * textbook polynomials and weights; all of it in float64.
 */
final class SlowFit {
    private final SlowPolynomials polynomials;
    private final double[] nodes;
    final double[] weights;

    /** @param reach of the axis in the basis' own argument */
    SlowFit(Basis basis, int size, double reach) {
        this.polynomials = new SlowPolynomials(basis, 1);
        this.nodes = new double[size];
        this.weights = new double[size];
        double step = 2 * reach / (size - 1);
        double total = 0;
        for (int a = 0; a < size; a++) {
            nodes[a] = -reach + a * step;
            double low = a == 0 ? -1 : nodes[a] - step / 2;
            double high = a == size - 1 ? 1 : nodes[a] + step / 2;
            weights[a] = switch (basis) {
                case CHEBYSHEV -> Math.acos(low) - Math.acos(high);
                case LEGENDRE -> high - low;
                case HERMITE -> Math.exp(-nodes[a] * nodes[a]);
            };
            total += weights[a];
        }
        for (int a = 0; a < size; a++) {
            weights[a] /= total;
        }
    }

    /** Coefficients of samples, c(i, j) at [i][j], i the order in x1 (columns) and j that in x2 (rows). */
    double[][] coefficients(float[] samples, int highest) {
        int extent = highest + 1;
        double[][] system = new double[extent * extent][extent * extent + 1];
        double[] products = new double[extent * extent];
        for (int row = 0; row < nodes.length; row++) {
            for (int column = 0; column < nodes.length; column++) {
                for (int term = 0; term < products.length; term++) {
                    products[term] = polynomials.orthonormal(term / extent, nodes[column])
                            * polynomials.orthonormal(term % extent, nodes[row]);
                }
                double weight = weights[row] * weights[column];
                for (int s = 0; s < products.length; s++) {
                    for (int t = 0; t < products.length; t++) {
                        system[s][t] += weight * products[s] * products[t];
                    }
                    system[s][products.length] += weight * products[s] * samples[row * nodes.length + column];
                }
            }
        }
        double[] solution = solve(system);
        double[][] coefficients = new double[extent][extent];
        for (int term = 0; term < products.length; term++) {
            coefficients[term / extent][term % extent] = solution[term];
        }
        return coefficients;
    }

    /** The largest √(G⁻¹)_kk of one axis. */
    double amplification(int highest) {
        double largest = 0;
        for (int k = 0; k <= highest; k++) {
            double[][] system = new double[highest + 1][highest + 2];
            for (int a = 0; a < nodes.length; a++) {
                for (int i = 0; i <= highest; i++) {
                    for (int j = 0; j <= highest; j++) {
                        system[i][j] += weights[a]
                                * polynomials.orthonormal(i, nodes[a])
                                * polynomials.orthonormal(j, nodes[a]);
                    }
                }
            }
            system[k][highest + 1] = 1;
            largest = Math.max(largest, Math.sqrt(solve(system)[k]));
        }
        return largest;
    }

    /** Gauss and Jordan with pivots on the diagonal: the matrices are positive definite. */
    private static double[] solve(double[][] system) {
        int size = system.length;
        for (int pivot = 0; pivot < size; pivot++) {
            for (int row = 0; row < size; row++) {
                double factor = system[row][pivot] / system[pivot][pivot];
                for (int column = pivot; row != pivot && column <= size; column++) {
                    system[row][column] -= factor * system[pivot][column];
                }
            }
        }
        double[] solution = new double[size];
        for (int i = 0; i < size; i++) {
            solution[i] = system[i][size] / system[i][i];
        }
        return solution;
    }
}
