package org.neuralredshift.engine.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class QuadraticFitTest {
    private static final double[] U = {-1, 0, 1, 2, 3};

    private static double[] values(double a, double b, double c) {
        double[] y = new double[U.length];
        for (int i = 0; i < y.length; i++) {
            y[i] = a + b * U[i] + c * U[i] * U[i];
        }
        return y;
    }

    @Test
    void aParabolaIsFoundAgain() {
        QuadraticFit fit = QuadraticFit.of(U, values(2, 3, -1), new int[] {1, 1, 1, 1, 1});
        assertEquals(2 + 3 * 0.7 - 0.49, fit.at(0.7), 1e-12);
        assertTrue(fit.hasPeak());
        assertEquals(1.5, fit.argmax(), 1e-12);
    }

    @Test
    void leastSquaresOfANoisyParabola() {
        // By hand: y = (0, 1, 0, 1, 0) over -2..2 has the sums 2, 0 and 2 with 1, u and u², of which the moments are 5,
        // 10 and 34:
        // 5 a + 10 c = 2 and 10 a + 34 c = 2, so c = -1/7 and a = 24/35.
        QuadraticFit fit = QuadraticFit.of(
                new double[] {-2, -1, 0, 1, 2}, new double[] {0, 1, 0, 1, 0}, new int[] {1, 1, 1, 1, 1});
        assertEquals(24.0 / 35, fit.at(0), 1e-12);
        assertEquals(24.0 / 35 - 1.0 / 7, fit.at(1), 1e-12);
        assertEquals(0, fit.argmax(), 1e-12);
    }

    @Test
    void weightsCountPoints() {
        double[] u = {0, 1, 1, 2, 3};
        double[] y = {0, 1, 2, 1, 5};
        QuadraticFit weighted = QuadraticFit.of(u, y, new int[] {1, 2, 0, 1, 0});
        QuadraticFit repeated =
                QuadraticFit.of(new double[] {0, 1, 1, 2}, new double[] {0, 1, 1, 1}, new int[] {1, 1, 1, 1});
        assertEquals(repeated.at(0.5), weighted.at(0.5), 1e-12);
        assertEquals(2, weighted.high(), "a point of weight 0 is no part of the range");
    }

    @Test
    void whatRisesAllAlongIsLargestAtTheEnd() {
        QuadraticFit rising = QuadraticFit.of(U, values(0, 10, -1), new int[] {1, 1, 1, 1, 1});
        assertFalse(rising.hasPeak());
        assertEquals(3, rising.argmax());
        QuadraticFit valley = QuadraticFit.of(U, values(0, -1, 1), new int[] {1, 1, 1, 1, 1});
        assertFalse(valley.hasPeak());
        assertEquals(3, valley.argmax());
    }

    @Test
    void twoPlacesDetermineNoParabola() {
        assertFalse(QuadraticFit.of(new double[] {0, 1, 1}, new double[] {1, 2, 3}, new int[] {1, 1, 1})
                .isDefined());
        assertFalse(QuadraticFit.of(new double[] {2, 2}, new double[] {1, 2}, new int[] {1, 1})
                .isDefined());
        assertTrue(Double.isNaN(
                QuadraticFit.of(new double[0], new double[0], new int[0]).argmax()));
    }
}
