package org.neuralredshift.metrics.compression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.neuralredshift.api.data.Grid;
import org.neuralredshift.api.data.PointSet;
import org.neuralredshift.api.data.SampleSpec;
import org.neuralredshift.api.data.Samples;
import org.neuralredshift.api.metric.Measurement;
import org.neuralredshift.api.metric.Metric;
import org.neuralredshift.api.parameter.InvalidParameterException;

class LempelZivMetricTest {
    private static final SampleSpec PLANE = Grid.uniform(4, 2);

    private static List<Metric> family() {
        return List.of(new Lz78Metric(), new LzwMetric(), new Lz76Metric(), new DingleMetric());
    }

    private static Measurement measure(Metric metric, Map<String, ?> parameters, SampleSpec spec, float... values) {
        Samples samples = new Samples(spec);
        System.arraycopy(values, 0, samples.values(), 0, values.length);
        Measurement out = new Measurement();
        metric.prepare(spec, metric.parameters().resolve(parameters)).measure(samples, out);
        return out;
    }

    private static List<Double> raw(Map<String, ?> parameters, SampleSpec spec, float... values) {
        return family().stream()
                .map(metric -> measure(metric, parameters, spec, values).raw())
                .toList();
    }

    @Test
    void parsesTheBitsAboveTheMedianInTheOrderOfTheScan() {
        float[] values = {0, 0, 1, 1, 1, 1, 0, 0, 0, 0, 1, 1, 1, 1, 0, 0};
        // Rows 0011 1100 0011 1100; a full stop marks an unfinished phrase, brackets what lzw adds to 0 and 1.
        // lz78 0|01|1|11|00|001|111|00.
        // lzw 0(00)|0(01)|1(11)|11(111)|1(10)|00(000)|00(001)|111(1111)|10(100)|0
        // lz76 0|01|1110|0001|11100. and backwards the same: 5 times log2(16)
        assertEquals(List.of(7.0, 11.0, 5.0, 20.0), raw(Map.of(), PLANE, values));
        // Serpentine 0011 0011 0011 0011.
        // lz78 0|01|1|00|11|001|10|011
        // lzw 0(00)|0(01)|1(11)|1(10)|00(001)|11(110)|001(0011)|10(100)|01(011)|1
        // lz76 0|01|10|01100110011. and backwards 1|10|01|10011001100.
        assertEquals(List.of(8.0, 11.0, 4.0, 16.0), raw(Map.of("scan", "serpentine"), PLANE, values));
        // Hilbert's order 0 1 5 4 8 12 13 9 10 14 15 11 7 6 2 3: 00110110 10010011.
        // lz78 0|01|1|011|010|0100|11
        // lzw 0(00)|0(01)|1(11)|1(10)|01(011)|10(101)|10(100)|01(010)|00(001)|11
        // lz76 0|01|10|11010|010011 and backwards 1|10|01|00101|101100
        assertEquals(List.of(7.0, 11.0, 5.0, 20.0), raw(Map.of("scan", "hilbert"), PLANE, values));
    }

    @Test
    void levelsMakeALargerAlphabet() {
        float[] values = {0, 1, 2, 9, 10, 11};
        SampleSpec points = new PointSet(1, new float[6]);
        // min-max, 2 levels: 000111. lz78 0|00|1|11; lzw 0(00)|00(001)|1(11)|11; lz76 0|001|11.; backwards 1|110|00.
        double log = Math.log(6) / Math.log(2);
        assertEquals(
                List.of(4.0, 5.0, 3.0, 3 * log), raw(Map.of("quantisation", "min-max", "levels", 2), points, values));
        // rank, 3 levels: 001122. lz78 0|01|1|2|2.; lzw 0(00)|0(01)|1(11)|1(12)|2(22)|2; lz76 0|01|12|2.; backwards
        // alike.
        assertEquals(List.of(4.0, 8.0, 4.0, 4 * log), raw(Map.of("quantisation", "rank", "levels", 3), points, values));
        // min-max, 12: all differ.
        assertEquals(
                List.of(6.0, 17.0, 6.0, 6 * log), raw(Map.of("quantisation", "min-max", "levels", 12), points, values));
    }

    @ParameterizedTest
    @MethodSource("family")
    void randomFunctionsMeasureOne(Metric metric) {
        Random random = new Random(5);
        for (Map<String, ?> options : List.<Map<String, ?>>of(
                Map.of(), Map.of("quantisation", "rank", "levels", 8), Map.of("scan", "hilbert"))) {
            double sum = 0;
            for (int draw = 0; draw < 20; draw++) {
                float[] values = new float[64 * 64];
                for (int i = 0; i < values.length; i++) {
                    values[i] = random.nextFloat();
                }
                sum += measure(metric, options, Grid.uniform(64, 2), values).value() / 20;
            }
            assertEquals(1, sum, 0.005);
        }
    }

    @ParameterizedTest
    @MethodSource("family")
    void smootherFunctionsAreSimpler(Metric metric) {
        double last = 0;
        for (double frequency : new double[] {1, 12, 48}) {
            float[] values = new float[64 * 64];
            for (int i = 0; i < values.length; i++) {
                double x = i % 64 / 32.0 - 1;
                double y = i / 64 / 32.0 - 1;
                values[i] = (float) Math.sin(frequency * (x * x + 0.7 * y * y + 0.3 * x) + 1);
            }
            double value =
                    measure(metric, Map.of(), Grid.uniform(64, 2), values).value();
            assertTrue(value > last && value < 1, frequency + " gives " + value + " after " + last);
            last = value;
        }
    }

    @ParameterizedTest
    @MethodSource("family")
    void valueIsTheComplexityOverThatOfRandomSequences(Metric metric) {
        float[] values = new float[256];
        values[17] = 1;
        float[] other = values.clone();
        for (int i = 0; i < other.length; i += 1 + i / 8) {
            other[i] = 1;
        }
        Grid grid = Grid.uniform(16, 2);
        Measurement one = measure(metric, Map.of(), grid, values);
        Measurement two = measure(metric, Map.of(), grid, other);
        assertTrue(one.raw() < two.raw());
        assertEquals(one.raw() / one.value(), two.raw() / two.value(), 1e-9);
    }

    @Test
    void theReferenceIsAlwaysTheSame() {
        RandomReference reference = new RandomReference(IncrementalParser::new);
        assertEquals(reference.complexity(256, 2), new RandomReference(IncrementalParser::new).complexity(256, 2), 0);
        assertTrue(reference.complexity(256, 10) > reference.complexity(256, 2));
        assertEquals(1, reference.complexity(1, 2), 0);
    }

    @ParameterizedTest
    @MethodSource("family")
    void offsetAndScaleDoNotMatter(Metric metric) {
        Random random = new Random(6);
        float[] values = new float[81];
        float[] scaled = new float[81];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextInt(100);
            scaled[i] = 0x1p90f * (values[i] + 32);
        }
        for (String quantisation : List.of("median", "rank", "min-max")) {
            for (String scan : List.of("rows", "serpentine", "hilbert")) {
                Map<String, String> options = Map.of("quantisation", quantisation, "scan", scan);
                double expected =
                        measure(metric, options, Grid.uniform(9, 2), values).value();
                assertEquals(
                        expected,
                        measure(metric, options, Grid.uniform(9, 2), scaled).value(),
                        0);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("family")
    void refusesACurveThroughPoints(Metric metric) {
        var hilbert = metric.parameters().resolve(Map.of("scan", "hilbert"));
        assertThrows(InvalidParameterException.class, () -> metric.sampling(Grid.uniform(8, 1), hilbert));
        assertThrows(InvalidParameterException.class, () -> metric.prepare(Grid.uniform(8, 3), hilbert));
        assertEquals(
                Grid.uniform(8, 1),
                metric.sampling(Grid.uniform(8, 1), metric.parameters().defaults()));
    }

    @ParameterizedTest
    @MethodSource("family")
    void refusesLevelsThatTheMedianWouldIgnore(Metric metric) {
        var ignored = metric.parameters().resolve(Map.of("levels", 200));
        Grid grid = Grid.uniform(8, 2);
        String message = assertThrows(InvalidParameterException.class, () -> metric.sampling(grid, ignored))
                .getMessage();
        assertTrue(message.contains("levels needs quantisation=rank or min-max"), message);
        assertThrows(InvalidParameterException.class, () -> metric.prepare(grid, ignored));
        var heeded = metric.parameters().resolve(Map.of("levels", 200, "quantisation", "rank"));
        assertEquals(grid, metric.sampling(grid, heeded));
    }
}
