package org.neuralredshift.metrics.spectral;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.neuralredshift.api.data.Grid;
import org.neuralredshift.api.data.SampleSpec;
import org.neuralredshift.api.data.Samples;
import org.neuralredshift.api.metric.Metric;
import org.neuralredshift.api.metric.Probe;
import org.neuralredshift.api.parameter.Parameters;
import org.neuralredshift.metrics.spectral.polynomial.ChebyshevMetric;
import org.neuralredshift.metrics.spectral.polynomial.HermiteMetric;
import org.neuralredshift.metrics.spectral.polynomial.LegendreMetric;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Microseconds to measure one function with each metric of this module, where the metric wants it sampled. {@code
 * bench/kernels spectral} runs it; {@code -p grid=64,300} shows how the time grows.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
        value = 2,
        jvmArgsAppend = {"--add-modules", "jdk.incubator.vector", "--sun-misc-unsafe-memory-access=allow"})
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@State(Scope.Thread)
public class SpectralBenchmark {
    private static final int FUNCTIONS = 16;

    /** The metric. */
    @Param({"fourier", "fourier:prototype", "chebyshev", "legendre", "hermite"})
    public String metric = "";

    /** Samples per axis of the grid that the study asks for. */
    @Param("64")
    public int grid;

    private final Samples[] functions = new Samples[FUNCTIONS];
    private final org.neuralredshift.api.metric.Measurement out = new org.neuralredshift.api.metric.Measurement();
    private Probe probe;

    /** Draws the functions: a wave and some noise. */
    @Setup
    public void draw() {
        Metric chosen = Stream.of(
                        new FourierMetric(),
                        new PrototypeMetric(),
                        new ChebyshevMetric(),
                        new LegendreMetric(),
                        new HermiteMetric())
                .filter(member -> member.id().equals(metric))
                .findFirst()
                .orElseThrow();
        Parameters defaults = chosen.parameters().defaults();
        SampleSpec spec = chosen.sampling(Grid.uniform(grid, 2), defaults);
        probe = chosen.prepare(spec, defaults);
        float[] points = spec.coordinates();
        for (int f = 0; f < FUNCTIONS; f++) {
            Random random = new Random(f);
            functions[f] = new Samples(spec);
            float[] values = functions[f].values();
            for (int at = 0; at < values.length; at++) {
                double phase = f + 3 * points[2 * at] + 5 * points[2 * at + 1];
                values[at] = (float) (Math.sin(phase) + 0.1 * random.nextGaussian());
            }
        }
    }

    /** Measures them. */
    @Benchmark
    @OperationsPerInvocation(FUNCTIONS)
    public double functions() {
        double sum = 0;
        for (Samples function : functions) {
            probe.measure(function, out);
            sum += out.value();
        }
        return sum;
    }
}
