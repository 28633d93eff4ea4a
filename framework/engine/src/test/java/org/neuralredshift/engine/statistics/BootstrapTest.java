package org.neuralredshift.engine.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BootstrapTest {
    /** Phi(-sqrt(n / (n - 1)) t), by Python's statistics.NormalDist and printed quantiles of t. */
    @ParameterizedTest
    @CsvSource({"5, 0.000954101", "10, 0.008550639", "100, 0.023064387"})
    void fewUnitsWidenTheInterval(int units, double tail) {
        assertEquals(tail, Bootstrap.tail(units), 1e-8);
    }

    @Test
    void equalMeasurementsGiveEqualBits() {
        double[] values = new Random(1).doubles(20).toArray();
        assertEquals(Bootstrap.mean(values), Bootstrap.mean(values.clone()));
    }

    @Test
    void numbersThatDoNotVaryLeaveNoDoubt() {
        assertEquals(new Estimate(2, 2, 2, 6), Bootstrap.mean(2, 2, 2, 2, 2, 2));
    }

    @Test
    void fewerThanFiveUnitsHaveNoInterval() {
        Estimate estimate = Bootstrap.mean(1, 2, 3, 4);
        assertEquals(2.5, estimate.value());
        assertEquals(4, estimate.units());
        assertFalse(estimate.hasInterval());
        assertTrue(Bootstrap.mean(1, 2, 3, 4, 5).hasInterval());
        assertEquals(Estimate.NONE, Bootstrap.mean());
    }

    /** For means of many normal numbers the interval is that of Student's t. */
    @Test
    void theIntervalOfAMeanNearsThatOfStudentsT() {
        Random random = new Random(7);
        double[] values = random.doubles(300).map(u -> random.nextGaussian()).toArray();
        Summary t = Summary.of(values);
        Estimate bootstrap = Bootstrap.mean(values);
        assertEquals(t.mean(), bootstrap.value(), 1e-12);
        assertEquals(t.low(), bootstrap.low(), 0.1 * t.halfWidth());
        assertEquals(t.high(), bootstrap.high(), 0.1 * t.halfWidth());
    }

    /** The plain percentile interval holds the mean of 5 normal numbers in 84 % of experiments, of 10 in 90 %. */
    @ParameterizedTest
    @CsvSource({"5, 0.92", "10, 0.945", "20, 0.945"})
    void theIntervalHoldsTheTruthAboutAsOftenAsItSays(int units, double share) {
        Random random = new Random(3);
        int experiments = 1000;
        long held = IntStream.range(0, experiments)
                .filter(i -> {
                    Estimate estimate = Bootstrap.mean(IntStream.range(0, units)
                            .mapToDouble(u -> random.nextGaussian())
                            .toArray());
                    return estimate.low() <= 0 && estimate.high() >= 0;
                })
                .count();
        assertEquals(share, held / (double) experiments, 0.025);
    }
}
