package org.neuralredshift.engine.statistics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatisticsTest {
    /** Two-sided 95 % and 99 % points from printed tables. */
    @ParameterizedTest
    @CsvSource({
        "0.95, 1, 12.706",
        "0.95, 2, 4.303",
        "0.95, 3, 3.182",
        "0.95, 4, 2.776",
        "0.95, 9, 2.262",
        "0.95, 29, 2.045",
        "0.95, 30, 2.042",
        "0.95, 120, 1.980",
        "0.99, 5, 4.032",
        "0.99, 60, 2.660"
    })
    void quantilesAreThoseOfTheTables(double probability, int degreesOfFreedom, double expected) {
        assertEquals(expected, StudentT.within(probability, degreesOfFreedom), 0.0005);
    }

    @Test
    void theIntervalOfThreeNumbersIsAsWorkedByHand() {
        Summary summary = Summary.of(1, 2, 3);
        assertEquals(2, summary.mean());
        assertEquals(1, summary.deviation(), 1e-15);
        assertEquals(4.303 / Math.sqrt(3), summary.halfWidth(), 0.0005);
    }

    @Test
    void oneNumberHasNoIntervalAndNoneHasNoMean() {
        assertEquals(5, Summary.of(5).mean());
        assertTrue(Double.isNaN(Summary.of(5).halfWidth()));
        assertTrue(Double.isNaN(Summary.of().mean()));
    }

    @Test
    void tiesShareTheirMeanRank() {
        assertArrayEquals(new double[] {1, 2.5, 2.5, 4}, Association.ranks(new double[] {3, 7, 7, 9}));
    }

    @Test
    void spearmanSeesOrderOnlyAndPearsonSeesLines() {
        double[] x = {1, 2, 3, 4};
        assertEquals(1, Association.spearman(x, new double[] {1, 10, 100, 1000}), 1e-12);
        assertEquals(-1, Association.pearson(x, new double[] {8, 6, 4, 2}), 1e-12);
        // Ranks 1 2 3 4 against 2 1 4 3: 1 - 6 · 4 / (4 · 15) = 0.6.
        assertEquals(0.6, Association.spearman(x, new double[] {20, 10, 40, 30}), 1e-12);
        assertTrue(Double.isNaN(Association.spearman(x, new double[] {1, 1, 1, 1})));
    }

    @Test
    void theSlopeIsThatOfLeastSquares() {
        assertEquals(0.5, Association.slope(new double[] {0, 1, 2}, new double[] {1, 1, 2}), 1e-15);
    }
}
