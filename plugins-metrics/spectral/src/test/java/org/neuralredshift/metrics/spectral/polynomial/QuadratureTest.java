package org.neuralredshift.metrics.spectral.polynomial;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class QuadratureTest {
    /** Abramowitz and Stegun, table 25.4. */
    @Test
    void knowsTheTabulatedNodesAndWeightsOfLegendre() {
        Quadrature three = Quadrature.of(Basis.LEGENDRE, 3);
        assertArrayEquals(new double[] {-Math.sqrt(0.6), 0, Math.sqrt(0.6)}, three.nodes(), 1e-15);
        assertArrayEquals(new double[] {5 / 18.0, 8 / 18.0, 5 / 18.0}, three.weights(), 1e-15);
        Quadrature five = Quadrature.of(Basis.LEGENDRE, 5);
        double[] nodes = {-0.906179845938664, -0.538469310105683, 0, 0.538469310105683, 0.906179845938664};
        double[] weights = {
            0.236926885056189, 0.478628670499366, 0.568888888888889, 0.478628670499366, 0.236926885056189
        };
        assertArrayEquals(nodes, five.nodes(), 1e-15);
        assertArrayEquals(halved(weights), five.weights(), 1e-15);
    }

    private static double[] halved(double[] values) {
        return Arrays.stream(values).map(value -> value / 2).toArray();
    }

    /** Abramowitz and Stegun, table 25.10; the weights there are for exp(-x²), whose integral is √π. */
    @Test
    void knowsTheTabulatedNodesAndWeightsOfHermite() {
        Quadrature two = Quadrature.of(Basis.HERMITE, 2);
        assertArrayEquals(new double[] {-Math.sqrt(0.5), Math.sqrt(0.5)}, two.nodes(), 1e-15);
        assertArrayEquals(new double[] {0.5, 0.5}, two.weights(), 1e-15);
        Quadrature five = Quadrature.of(Basis.HERMITE, 5);
        double[] nodes = {-2.020182870456086, -0.958572464613819, 0, 0.958572464613819, 2.020182870456086};
        double[] weights = {
            1.995324205905e-2, 3.936193231522e-1, 9.453087204829e-1, 3.936193231522e-1, 1.995324205905e-2
        };
        assertArrayEquals(nodes, five.nodes(), 1e-14);
        for (int a = 0; a < 5; a++) {
            assertEquals(weights[a] / Math.sqrt(Math.PI), five.weights()[a], 1e-12);
        }
    }

    @Test
    void chebyshevNodesAreCosines() {
        double[] nodes = Quadrature.of(Basis.CHEBYSHEV, 7).nodes();
        for (int a = 0; a < 7; a++) {
            assertEquals(-Math.cos(Math.PI * (a + 0.5) / 7), nodes[a], 1e-15);
        }
    }

    @ParameterizedTest
    @CsvSource({"CHEBYSHEV, 300", "LEGENDRE, 300", "HERMITE, 300", "HERMITE, 64", "HERMITE, 65", "HERMITE, 1025"})
    void nodesAreAscendingSymmetricAndAllThere(Basis basis, int size) {
        double[] nodes = Quadrature.of(basis, size).nodes();
        double squares = 0;
        double expected = 0;
        for (int a = 0; a < size; a++) {
            assertTrue(a == 0 || nodes[a] > nodes[a - 1], "node " + a);
            assertEquals(nodes[a], -nodes[size - 1 - a] + 0.0, 0);
            squares += nodes[a] * nodes[a];
            // The trace of the square of the Jacobi matrix, whose eigenvalues the nodes are.
            expected += a == 0 ? 0 : 2 * basis.recurrence(a) * basis.recurrence(a);
        }
        assertEquals(expected, squares, 1e-13 * expected);
    }

    @ParameterizedTest
    @EnumSource(Basis.class)
    void polynomialsAreOrthonormalOnTheNodes(Basis basis) {
        for (int size : new int[] {4, 15, 64}) {
            Quadrature quadrature = Quadrature.of(basis, size);
            double[][] projection = quadrature.projection(size - 1);
            double[] weights = quadrature.weights();
            for (int i = 0; i < size; i++) {
                for (int j = 0; j < size; j++) {
                    double sum = 0;
                    for (int a = 0; a < size; a++) {
                        sum += projection[i][a] * projection[j][a] / weights[a];
                    }
                    assertEquals(i == j ? 1 : 0, sum, 1e-12, "orders " + i + " and " + j + " of " + size);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Basis.class)
    void agreesWithTheTextbook(Basis basis) {
        int size = 12;
        Quadrature quadrature = Quadrature.of(basis, size);
        SlowPolynomials slow = new SlowPolynomials(basis, size);
        assertArrayEquals(slow.nodes, quadrature.nodes(), 1e-14);
        double[][] projection = quadrature.projection(size - 1);
        for (int i = 0; i < size; i++) {
            for (int a = 0; a < size; a++) {
                double expected = slow.weights[a] * slow.orthonormal(i, slow.nodes[a]);
                assertEquals(expected, projection[i][a], 1e-12, "order " + i + ", node " + a);
            }
        }
    }

    @Test
    void weightsBelowTheRangeOfFloat64AreZero() {
        double[] weights = Quadrature.of(Basis.HERMITE, 500).weights();
        assertEquals(0, weights[0], 0);
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        assertEquals(1, sum, 1e-12);
    }
}
