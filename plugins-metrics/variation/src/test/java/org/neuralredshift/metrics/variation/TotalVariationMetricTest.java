package org.neuralredshift.metrics.variation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;
import org.neuralredshift.api.data.Grid;
import org.neuralredshift.api.data.SampleSpec;
import org.neuralredshift.api.data.Samples;
import org.neuralredshift.api.metric.Measurement;
import org.neuralredshift.api.parameter.InvalidParameterException;
import org.neuralredshift.api.parameter.Parameters;
import org.neuralredshift.api.random.RandomStream;

class TotalVariationMetricTest {
    private final TotalVariationMetric metric = new TotalVariationMetric();

    private Samples sampled(Map<String, ?> parameters, DoubleBinaryOperator f) {
        Parameters resolved = metric.parameters().resolve(parameters);
        Samples samples = new Samples(metric.sampling(Grid.uniform(64, 2), resolved));
        float[] points = samples.spec().coordinates();
        for (int at = 0; at < samples.values().length; at++) {
            samples.values()[at] = (float) f.applyAsDouble(points[2 * at], points[2 * at + 1]);
        }
        return samples;
    }

    private Measurement measure(Map<String, ?> parameters, DoubleBinaryOperator f) {
        Samples samples = sampled(parameters, f);
        Measurement out = new Measurement();
        metric.prepare(samples.spec(), metric.parameters().resolve(parameters)).measure(samples, out);
        return out;
    }

    @Test
    void segmentsAreStraightAndEvenlySampledWithinTheSquare() {
        Segments segments = new Segments(3000, 5);
        float[] points = segments.sampling(2).coordinates();
        double length = 0;
        double[] moments = new double[2];
        for (int segment = 0; segment < 3000; segment++) {
            for (int point = 0; point < 5; point++) {
                for (int d = 0; d < 2; d++) {
                    float begin = points[segment * 2 + d];
                    float end = points[(4 * 3000 + segment) * 2 + d];
                    float here = points[(point * 3000 + segment) * 2 + d];
                    assertTrue(Math.abs(here) <= 1);
                    assertEquals(begin + point * (end - begin) / 4, here, 1e-6);
                    moments[d] += here / 15_000;
                }
            }
            length += Math.hypot(
                            points[(4 * 3000 + segment) * 2] - points[segment * 2],
                            points[(4 * 3000 + segment) * 2 + 1] - points[segment * 2 + 1])
                    / 3000;
        }
        // The mean distance of two uniform points of a square of side 2: 2 (2 + √2 + 5 ln(1 + √2)) / 15.
        assertEquals(1.0428, length, 0.03);
        assertEquals(0, moments[0], 0.03);
        assertEquals(0, moments[1], 0.03);
    }

    @Test
    void everyNetworkAndStudySharesTheSegments() {
        Parameters defaults = metric.parameters().defaults();
        SampleSpec spec = metric.sampling(Grid.uniform(64, 2), defaults);
        assertEquals(spec, new TotalVariationMetric().sampling(Grid.uniform(16, 2), defaults));
        assertEquals(3200, spec.points());
        float[] few = new Segments(4, 2).sampling(2).coordinates();
        float[] many = new Segments(9, 2).sampling(2).coordinates();
        for (int at = 0; at < 8; at++) {
            assertEquals(few[at], many[at], 0);
            assertEquals(few[8 + at], many[18 + at], 0);
        }
    }

    @Test
    void aLinearFunctionVariesByTheDifferenceOfTheEnds() {
        Map<String, Integer> parameters = Map.of("segments", 7, "points", 9);
        float[] ends = new Segments(7, 2).sampling(2).coordinates();
        double expected = 0;
        for (int segment = 0; segment < 7; segment++) {
            double dx1 = ends[14 + 2 * segment] - ends[2 * segment];
            double dx2 = ends[14 + 2 * segment + 1] - ends[2 * segment + 1];
            expected += Math.abs(3 * dx1 - 2 * dx2) / 7;
        }
        assertEquals(
                expected, measure(parameters, (x1, x2) -> 3 * x1 - 2 * x2 + 1).raw(), 1e-5);
    }

    @Test
    void aWaveVariesByTheAreaUnderItsSlope() {
        Map<String, Integer> parameters = Map.of("segments", 40, "points", 500);
        float[] ends = new Segments(40, 2).sampling(2).coordinates();
        double expected = 0;
        for (int segment = 0; segment < 40; segment++) {
            double from = 7 * ends[2 * segment] + 4 * ends[2 * segment + 1];
            double to = 7 * ends[80 + 2 * segment] + 4 * ends[80 + 2 * segment + 1];
            expected += Math.abs(variationOfSine(to) - variationOfSine(from)) / 40;
        }
        assertEquals(
                expected,
                measure(parameters, (x1, x2) -> Math.sin(7 * x1 + 4 * x2)).raw(),
                1e-3 * expected);
    }

    /** The integral of |cos| from 0. */
    private static double variationOfSine(double phase) {
        double halfWaves = Math.floor(phase / Math.PI + 0.5);
        return 2 * halfWaves + Math.sin(phase - halfWaves * Math.PI);
    }

    @Test
    void isDividedByTheDeviationOfAllSamples() {
        Map<String, Integer> parameters = Map.of("segments", 5, "points", 6);
        Samples f = sampled(parameters, (x1, x2) -> x1 * x2);
        double mean = 0;
        for (float value : f.values()) {
            mean += value / 30.0;
        }
        double variance = 0;
        for (float value : f.values()) {
            variance += (value - mean) * (value - mean) / 30;
        }
        Measurement out = measure(parameters, (x1, x2) -> x1 * x2);
        assertEquals(out.raw() / Math.sqrt(variance), out.value(), 1e-9);
        Map<String, Object> unscaled = Map.of("segments", 5, "points", 6, "scale", "none");
        assertEquals(out.raw(), measure(unscaled, (x1, x2) -> x1 * x2).value(), 0);
    }

    @Test
    void independentNoiseVariesByTwoOverTheRootOfPiPerStep() {
        RandomStream stream = new RandomStream().reset(20263, 2, 0, 0);
        Measurement out = measure(Map.of("segments", 1000), (x1, x2) -> stream.nextNormal());
        assertEquals(31 * 2 / Math.sqrt(Math.PI), out.value(), 0.35);
    }

    @Test
    void offsetAndScaleDoNotMatter() {
        double expected = measure(Map.of(), (x1, x2) -> Math.sin(2 * x1 + x2)).value();
        for (double factor : new double[] {-3, 1e-30, 1e30}) {
            double found = measure(Map.of(), (x1, x2) -> factor * (Math.sin(2 * x1 + x2) + 4))
                    .value();
            assertEquals(expected, found, 1e-5 * expected);
        }
    }

    @Test
    void refusesSamplesThatAreNotOnItsSegments() {
        Parameters defaults = metric.parameters().defaults();
        for (SampleSpec other : List.of(Grid.uniform(64, 2), new Segments(100, 31).sampling(2))) {
            String message = assertThrows(InvalidParameterException.class, () -> metric.prepare(other, defaults))
                    .getMessage();
            assertTrue(message.contains("but must be 100 segments of 32 points"), message);
        }
    }
}
