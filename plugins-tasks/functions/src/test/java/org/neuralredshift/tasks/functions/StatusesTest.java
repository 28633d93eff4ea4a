package org.neuralredshift.tasks.functions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.neuralredshift.api.data.Grid;
import org.neuralredshift.api.data.Samples;
import org.neuralredshift.api.data.Status;
import org.neuralredshift.api.metric.Measurement;
import org.neuralredshift.api.metric.Metric;
import org.neuralredshift.backends.cpu.CpuBackend;
import org.neuralredshift.backends.reference.ReferenceBackend;
import org.neuralredshift.metrics.compression.DingleMetric;
import org.neuralredshift.metrics.compression.Lz76Metric;
import org.neuralredshift.metrics.compression.Lz78Metric;
import org.neuralredshift.metrics.compression.LzwMetric;
import org.neuralredshift.metrics.spectral.FourierMetric;
import org.neuralredshift.metrics.spectral.PrototypeMetric;
import org.neuralredshift.metrics.spectral.polynomial.ChebyshevMetric;
import org.neuralredshift.metrics.spectral.polynomial.HermiteMetric;
import org.neuralredshift.metrics.spectral.polynomial.LegendreMetric;
import org.neuralredshift.metrics.variation.DirichletMetric;
import org.neuralredshift.metrics.variation.TotalVariationMetric;

/** Functions without a shape to measure: what the rows say of them, and what a program that does not look makes of them. */
class StatusesTest {
    private static final int SIDE = 16;

    static Stream<Metric> metrics() {
        return Stream.of(
                new FourierMetric(),
                new PrototypeMetric(),
                new ChebyshevMetric(),
                new LegendreMetric(),
                new HermiteMetric(),
                new Lz78Metric(),
                new LzwMetric(),
                new Lz76Metric(),
                new DingleMetric(),
                new TotalVariationMetric(),
                new DirichletMetric());
    }

    private static List<Bench.Line> run(Metric metric, Map<String, Object> parameters) {
        return new Bench(new ReferenceBackend(), false, metric)
                .run(5, parameters)
                .lines();
    }

    @ParameterizedTest
    @MethodSource("metrics")
    void aConstantFunctionIsConstant(Metric metric) {
        for (Bench.Line line : run(metric, Map.of("magnitude", 0.0, "grid", SIDE))) {
            assertEquals(Status.CONSTANT, line.status());
            assertTrue(Double.isNaN(line.value()));
            assertEquals("every sample has the same value", line.reason());
        }
    }

    @ParameterizedTest
    @MethodSource("metrics")
    void aFunctionThatVariesInItsLastBitsIsRoundingNoise(Metric metric) {
        for (Bench.Line line : run(metric, Map.of("activation", "tanh", "magnitude", 0.05, "depth", 3, "grid", SIDE))) {
            assertEquals(Status.ROUNDING_NOISE, line.status());
            assertTrue(Double.isNaN(line.value()));
            assertTrue(line.reason().contains("float32 rounding"), line.reason());
        }
    }

    @ParameterizedTest
    @MethodSource("metrics")
    void aFunctionBeyondFloat32IsOverflow(Metric metric) {
        for (Bench.Line line : run(metric, Map.of("magnitude", 1e20, "depth", 3, "grid", SIDE))) {
            assertEquals(Status.OVERFLOW, line.status());
            assertTrue(Double.isNaN(line.value()));
            assertEquals("a sample is NaN or infinite", line.reason());
        }
    }

    /**
     * Sigmoid networks of six layers with weights of 0.1 have so little slope that float32 rounds them to a few levels. A
     * program that measures what it gets takes the edges between these levels for complexity; the functions are nearly planes.
     */
    @Test
    void whoeverDoesNotLookTakesRoundingForComplexity() {
        Map<String, Object> parameters = Map.of(
                "activation", "sigmoid", "depth", 6, "width", 64, "scale", "absolute", "magnitude", 0.1, "grid", 64);
        Sigmoids sigmoids = new Sigmoids(6, 64, 0.1, Bench.STUDY_SEED);
        Grid grid = Grid.uniform(64, 2);
        Bench bench = new Bench(new CpuBackend(), true, new FourierMetric()).run(3, parameters);
        assertEquals(3, bench.samples().size());
        bench.samples().forEach((seed, values) -> {
            double[] exact = sigmoids.values(grid, seed);
            assertEquals(exact[0], values[0], 1e-5, "the same network");
            double looked = fourier(grid, centred(exact));
            double seen = fourier(grid, values);
            assertTrue(looked < 0.1, "float64 " + looked);
            assertTrue(seen > 3 * looked, "float32 " + seen + ", float64 " + looked);
        });
        for (Bench.Line line : bench.lines()) {
            assertTrue(line.status() == Status.ROUNDING_NOISE || line.status() == Status.CONSTANT, line.toString());
            assertTrue(Double.isNaN(line.value()));
        }
    }

    /** Minus the mean, over the largest magnitude: what {@code fourier} ignores anyway, and float32 can hold. */
    private static float[] centred(double[] values) {
        double mean = DoubleStream.of(values).average().orElseThrow();
        double largest =
                DoubleStream.of(values).map(v -> Math.abs(v - mean)).max().orElseThrow();
        float[] out = new float[values.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = (float) ((values[i] - mean) / largest);
        }
        return out;
    }

    private static double fourier(Grid grid, float[] values) {
        FourierMetric metric = new FourierMetric();
        Samples samples = new Samples(grid);
        System.arraycopy(values, 0, samples.values(), 0, values.length);
        Measurement measurement = new Measurement();
        metric.prepare(grid, metric.parameters().defaults()).measure(samples, measurement);
        return measurement.value();
    }
}
