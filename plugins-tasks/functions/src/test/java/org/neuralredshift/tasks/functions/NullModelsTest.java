package org.neuralredshift.tasks.functions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.neuralredshift.api.data.Status;
import org.neuralredshift.api.task.NullModel;
import org.neuralredshift.backends.reference.ReferenceBackend;
import org.neuralredshift.metrics.compression.Lz78Metric;
import org.neuralredshift.metrics.spectral.FourierMetric;
import org.neuralredshift.metrics.spectral.PrototypeMetric;

class NullModelsTest {
    private static double[] values(String function, int grid, int seeds) {
        Bench bench = new Bench(new ReferenceBackend(), false, new FourierMetric())
                .run(seeds, Map.of("function", function, "grid", grid));
        assertEquals(seeds, bench.lines().size());
        return bench.lines().stream()
                .mapToDouble(line -> {
                    assertEquals(Status.OK, line.status());
                    return line.value();
                })
                .toArray();
    }

    @Test
    void theTaskNamesThemAndMeasuresThemOnTheStudysGrids() {
        assertEquals(
                List.of(
                        new NullModel("white-noise", Map.of("function", "white-noise"), List.of("grid")),
                        new NullModel("linear", Map.of("function", "linear"), List.of("grid")),
                        new NullModel("step", Map.of("function", "step"), List.of("grid"))),
                new RandomFunctions().nullModels());
    }

    @Test
    void whiteNoiseHasFourierOneWithinItsInterval() {
        double[] values = values("white-noise", 64, 60);
        double mean = DoubleStream.of(values).average().orElseThrow();
        double variance =
                DoubleStream.of(values).map(v -> (v - mean) * (v - mean)).sum() / (values.length - 1);
        double interval = 3.3 * Math.sqrt(variance / values.length);
        assertTrue(interval < 0.01, "99.9 % interval " + interval);
        assertEquals(1, mean, interval);
    }

    @Test
    void aLinearFunctionIsSimplerThanAStepAndAStepThanNoise() {
        double linear = DoubleStream.of(values("linear", 64, 20)).max().orElseThrow();
        double step = DoubleStream.of(values("step", 64, 20)).average().orElseThrow();
        assertTrue(linear < 0.1, "linear " + linear);
        assertTrue(step > linear && step < 0.5, "step " + step);
    }

    @Test
    void theirRowsAreLikeThoseOfNetworks() {
        Bench bench = new Bench(
                        new ReferenceBackend(), true, new FourierMetric(), new PrototypeMetric(), new Lz78Metric())
                .run(40, Map.of("function", "step", "grid", 16));
        assertEquals(120, bench.lines().size());
        assertEquals(40, bench.completed().size());
        assertEquals(40, bench.samples().size());
        assertEquals(
                List.of("fourier:standard", "fourier:prototype", "lz78:standard"),
                bench.lines().subList(0, 3).stream().map(Bench.Line::metric).toList());
    }

    @Test
    void theSpectraOfKeptFunctionsAreKeptAndTheirMeanIsTheRawValue() {
        Bench bench = new Bench(new ReferenceBackend(), true, new FourierMetric(), new Lz78Metric())
                .run(2, Map.of("function", "linear", "grid", 32));
        assertEquals(
                List.of("fourier 0", "fourier 1"), List.copyOf(bench.spectra().keySet()), "lz78 has none");
        double[] amplitudes = bench.spectra().get("fourier 0");
        assertEquals(16, amplitudes.length, "frequencies 1 to 32 / 2");
        double weighted = 0;
        for (int i = 0; i < amplitudes.length; i++) {
            weighted += (i + 1) * amplitudes[i];
        }
        double raw = (Double) bench.lines().getFirst().columns().get(RandomFunctions.RAW);
        assertEquals(raw, weighted / DoubleStream.of(amplitudes).sum(), 1e-6);
        Bench none = new Bench(new ReferenceBackend(), false, new FourierMetric())
                .run(2, Map.of("function", "linear", "grid", 32));
        assertTrue(none.spectra().isEmpty());
    }

    @Test
    void aStepBesideTheGridIsConstant() {
        // Of 2 x 2 corners a line near a corner of the square often has none on one side.
        Bench bench = new Bench(new ReferenceBackend(), true, new Lz78Metric())
                .run(100, Map.of("function", "step", "grid", 2));
        for (Bench.Line line : bench.lines()) {
            float[] f = bench.samples().get(line.seed());
            boolean equal = f[0] == f[1] && f[1] == f[2] && f[2] == f[3];
            assertEquals(equal, line.status() == Status.CONSTANT);
            assertEquals(equal ? "every sample has the same value" : "", line.reason());
        }
    }
}
