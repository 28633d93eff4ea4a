package org.neuralredshift.metrics.spectral.polynomial;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.neuralredshift.api.data.Axis;
import org.neuralredshift.api.parameter.InvalidParameterException;

class GridFitTest {
    private static double reach(Basis basis, int size) {
        double[] nodes = new SlowPolynomials(basis, size).nodes;
        return basis == Basis.HERMITE ? nodes[size - 1] : 1;
    }

    @Test
    void weighsByTheIntegralOverTheCell() {
        assertArrayEquals(
                new double[] {0.125, 0.25, 0.25, 0.25, 0.125}, new GridFit(Basis.LEGENDRE, 5).weights(), 1e-15);
        // arcsin 1/2 = π/6: three cells of equal weight.
        double third = 1 / 3.0;
        assertArrayEquals(new double[] {third, third, third}, new GridFit(Basis.CHEBYSHEV, 3).weights(), 1e-15);
        // The outermost of three Gauss-Hermite nodes is √(3/2).
        double end = Math.exp(-1.5);
        double sum = 1 + 2 * end;
        assertArrayEquals(new double[] {end / sum, 1 / sum, end / sum}, new GridFit(Basis.HERMITE, 3).weights(), 1e-15);
    }

    @ParameterizedTest
    @EnumSource(Basis.class)
    void liesOnTheUniformGrid(Basis basis) {
        assertEquals(Axis.uniform(17), new GridFit(basis, 17).axis());
    }

    @ParameterizedTest
    @EnumSource(Basis.class)
    void recoversEveryPolynomialOfTheFit(Basis basis) {
        int size = 40;
        GridFit fit = new GridFit(basis, size);
        int highest = fit.highest(0);
        double[][] projection = fit.projection(highest);
        SlowPolynomials slow = new SlowPolynomials(basis, 1);
        double reach = reach(basis, size);
        for (int i = 0; i <= highest; i++) {
            for (int j = 0; j <= highest; j++) {
                double sum = 0;
                for (int a = 0; a < size; a++) {
                    sum += projection[i][a] * slow.orthonormal(j, reach * (2.0 * a / (size - 1) - 1));
                }
                assertEquals(i == j ? 1 : 0, sum, 1e-10, "orders " + i + " and " + j);
            }
        }
    }

    /** The orders were found with a QR decomposition of LAPACK. */
    @ParameterizedTest
    @CsvSource({
        "CHEBYSHEV, 20, 12",
        "CHEBYSHEV, 64, 24",
        "CHEBYSHEV, 128, 35",
        "LEGENDRE, 20, 13",
        "LEGENDRE, 64, 26",
        "LEGENDRE, 128, 39",
        "HERMITE, 20, 17",
        "HERMITE, 64, 49"
    })
    void refusesOrdersThatAmplifyNoise(Basis basis, int size, int highest) {
        GridFit fit = new GridFit(basis, size);
        assertEquals(highest, fit.highest(highest));
        String message = assertThrows(InvalidParameterException.class, () -> fit.highest(highest + 1))
                .getMessage();
        assertTrue(message.startsWith("orders is " + (highest + 1) + ", but must be at most " + highest), message);
        assertTrue(message.contains(size + " equispaced points") && message.contains("nodes=own"), message);
        assertThrows(InvalidParameterException.class, () -> fit.highest(1 << 20));
        if (size == 20) {
            SlowFit slow = new SlowFit(basis, size, reach(basis, size));
            assertTrue(slow.amplification(highest) <= 2, "" + slow.amplification(highest));
            assertTrue(slow.amplification(highest + 1) > 2, "" + slow.amplification(highest + 1));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "CHEBYSHEV, 64, 20", "CHEBYSHEV, 300, 20", "CHEBYSHEV, 40, 18", "CHEBYSHEV, 16, 8", "CHEBYSHEV, 4, 2",
        "LEGENDRE, 64, 20", "LEGENDRE, 40, 20", "LEGENDRE, 15, 7", "HERMITE, 64, 20", "HERMITE, 4, 2"
    })
    void takesTwentyOrdersOrHalfThePointsOrWhatIsSound(Basis basis, int size, int highest) {
        assertEquals(highest, new GridFit(basis, size).highest(0));
    }

    @ParameterizedTest
    @EnumSource(Basis.class)
    void manyPointsGiveNumbers(Basis basis) {
        GridFit fit = new GridFit(basis, 1500);
        double[][] projection = fit.projection(fit.highest(0));
        double sum = 0;
        for (int a = 0; a < 1500; a++) {
            sum += projection[0][a];
        }
        assertEquals(1, sum, 1e-10);
        assertTrue(projection[20][0] == 0 || basis != Basis.HERMITE);
    }
}
