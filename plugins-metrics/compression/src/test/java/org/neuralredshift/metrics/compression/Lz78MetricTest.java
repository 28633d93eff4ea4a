package org.neuralredshift.metrics.compression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.neuralredshift.api.data.Grid;
import org.neuralredshift.api.data.PointSet;
import org.neuralredshift.api.data.SampleSpec;
import org.neuralredshift.api.data.Samples;
import org.neuralredshift.api.metric.Measurement;
import org.neuralredshift.api.metric.Metric;
import org.neuralredshift.api.parameter.InvalidParameterException;

class Lz78MetricTest {
    private final Lz78Metric lz78 = new Lz78Metric();

    private Measurement measure(Map<String, ?> parameters, SampleSpec spec, float... values) {
        Samples samples = new Samples(spec);
        System.arraycopy(values, 0, samples.values(), 0, values.length);
        Measurement out = new Measurement();
        lz78.prepare(spec, lz78.parameters().resolve(parameters)).measure(samples, out);
        return out;
    }

    @Test
    void countsTheBitsAboveTheMedian() {
        // Rows 0011 1100 0011 1100 = 0|01|1|11|00|001|111|00. : 7 phrases and an unfinished one.
        float[] values = {0, 0, 1, 1, 1, 1, 0, 0, 0, 0, 1, 1, 1, 1, 0, 0};
        assertEquals(7, measure(Map.of(), Grid.uniform(4, 2), values).raw());
        // Serpentine 0011 0011 0011 0011 = 0|01|1|00|11|001|10|011: 8 phrases.
        assertEquals(
                8,
                measure(Map.of("scan", "serpentine"), Grid.uniform(4, 2), values)
                        .raw());
        // Hilbert's order 0 1 5 4 8 12 13 9 10 14 15 11 7 6 2 3: 00110110 10010011 = 0|01|1|011|010|0100|11: 7.
        assertEquals(
                7,
                measure(Map.of("scan", "hilbert"), Grid.uniform(4, 2), values).raw());
    }

    @Test
    void levelsMakeALargerAlphabet() {
        float[] values = {0, 1, 2, 9, 10, 11};
        SampleSpec points = new PointSet(1, Collections.nCopies(6, 0f));
        // min-max, 2 levels: 000111 = 0|00|1|11: 4. rank, 3 levels: 001122 = 0|01|1|2|2.: 4. min-max, 12: all differ.
        assertEquals(
                4,
                measure(Map.of("quantisation", "min-max", "levels", 2), points, values)
                        .raw());
        assertEquals(
                4,
                measure(Map.of("quantisation", "rank", "levels", 3), points, values)
                        .raw());
        assertEquals(
                6,
                measure(Map.of("quantisation", "min-max", "levels", 12), points, values)
                        .raw());
    }

    @Test
    void randomFunctionsMeasureOne() {
        Random random = new Random(5);
        for (Map<String, ?> options : List.<Map<String, ?>>of(
                Map.of(), Map.of("quantisation", "rank", "levels", 8), Map.of("scan", "hilbert"))) {
            double sum = 0;
            for (int draw = 0; draw < 20; draw++) {
                float[] values = new float[64 * 64];
                for (int i = 0; i < values.length; i++) {
                    values[i] = random.nextFloat();
                }
                sum += measure(options, Grid.uniform(64, 2), values).value() / 20;
            }
            assertEquals(1, sum, 0.005);
        }
    }

    @Test
    void valueIsTheCountOverThatOfRandomSequences() {
        RandomReference reference = new RandomReference();
        float[] values = new float[256];
        values[17] = 1;
        Measurement out = measure(Map.of(), Grid.uniform(16, 2), values);
        assertEquals(out.raw() / reference.phrases(256, 2), out.value(), 0);
        assertEquals(reference.phrases(256, 2), new RandomReference().phrases(256, 2), 0);
        assertTrue(reference.phrases(256, 10) > reference.phrases(256, 2));
        assertEquals(1, reference.phrases(1, 2), 0);
    }

    @Test
    void offsetAndScaleDoNotMatter() {
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
                double expected = measure(options, Grid.uniform(9, 2), values).value();
                assertEquals(
                        expected, measure(options, Grid.uniform(9, 2), scaled).value(), 0);
            }
        }
    }

    @Test
    void refusesACurveThroughPoints() {
        var hilbert = lz78.parameters().resolve(Map.of("scan", "hilbert"));
        assertThrows(InvalidParameterException.class, () -> lz78.sampling(Grid.uniform(8, 1), hilbert));
        assertThrows(InvalidParameterException.class, () -> lz78.prepare(Grid.uniform(8, 3), hilbert));
        assertEquals(
                Grid.uniform(8, 1),
                lz78.sampling(Grid.uniform(8, 1), lz78.parameters().defaults()));
    }

    @Test
    void refusesLevelsThatTheMedianWouldIgnore() {
        var ignored = lz78.parameters().resolve(Map.of("levels", 200));
        Grid grid = Grid.uniform(8, 2);
        String message = assertThrows(InvalidParameterException.class, () -> lz78.sampling(grid, ignored))
                .getMessage();
        assertTrue(message.contains("levels needs quantisation=rank or min-max"), message);
        assertThrows(InvalidParameterException.class, () -> lz78.prepare(grid, ignored));
        var heeded = lz78.parameters().resolve(Map.of("levels", 200, "quantisation", "rank"));
        assertEquals(grid, lz78.sampling(grid, heeded));
    }

    @Test
    void theModuleOffersIt() {
        List<String> offered = Lz78Metric.class.getModule().getDescriptor().provides().stream()
                .filter(service -> service.service().equals(Metric.class.getName()))
                .flatMap(service -> service.providers().stream())
                .toList();
        assertEquals(List.of(Lz78Metric.class.getName()), offered);
    }
}
