package org.neuralredshift.engine.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CorrelationTest {
    private static final int CLUSTERS = 8;
    private static final int POINTS = 40;

    private final Random random = new Random(5);
    private final int[] cluster =
            IntStream.range(0, POINTS).map(i -> i % CLUSTERS).toArray();
    private final double[] x = random.ints(POINTS, 0, 12).asDoubleStream().toArray();
    private final double[] y = IntStream.range(0, POINTS)
            .mapToDouble(i -> Math.rint(x[i] / 3 + random.nextGaussian()))
            .toArray();

    /** Writes every point out as often as it occurs: slow and obvious. */
    private Estimate writtenOut(ToDoubleBiFunction<double[], double[]> statistic) {
        return Bootstrap.of(CLUSTERS, counts -> {
            int[] drawn = IntStream.range(0, POINTS)
                    .flatMap(i -> IntStream.range(0, counts[cluster[i]]).map(c -> i))
                    .toArray();
            return statistic.applyAsDouble(
                    IntStream.of(drawn).mapToDouble(i -> x[i]).toArray(),
                    IntStream.of(drawn).mapToDouble(i -> y[i]).toArray());
        });
    }

    private static void assertNear(Estimate expected, Estimate actual) {
        assertEquals(expected.value(), actual.value(), 1e-12);
        assertEquals(expected.low(), actual.low(), 1e-12);
        assertEquals(expected.high(), actual.high(), 1e-12);
        assertEquals(expected.units(), actual.units());
    }

    @Test
    void clustersAreResampledWholeAndRankedAnew() {
        Correlation correlation = new Correlation(x, y, cluster, CLUSTERS);
        assertNear(writtenOut(Association::pearson), correlation.pearson());
        assertNear(writtenOut(Association::spearman), correlation.spearman());
        assertTrue(correlation.spearman().low() < correlation.spearman().value());
    }

    @Test
    void aCorrelationWithAConstantIsUndefined() {
        double[] tenths = new double[POINTS];
        java.util.Arrays.fill(tenths, 0.1);
        Correlation correlation = new Correlation(x, tenths, cluster, CLUSTERS);
        assertTrue(Double.isNaN(correlation.pearson().value()));
        assertTrue(Double.isNaN(correlation.spearman().value()));
        assertFalse(correlation.pearson().hasInterval());
    }
}
