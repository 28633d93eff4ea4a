package org.neuralredshift.metrics.compression;

import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.neuralredshift.api.data.Grid;
import org.neuralredshift.api.data.Samples;
import org.neuralredshift.api.metric.Metric;
import org.neuralredshift.api.metric.Probe;
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
 * Microseconds to measure one function with each metric of this module. Functions are sums of plane waves, or noise.
 * {@code bench/kernels compression} runs it; {@code -p grid=64,300} shows how the time grows.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
        value = 2,
        jvmArgsAppend = {"--add-modules", "jdk.incubator.vector", "--sun-misc-unsafe-memory-access=allow"})
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@State(Scope.Thread)
public class CompressionBenchmark {
    private static final int FUNCTIONS = 16;
    private static final int WAVES = 10;

    /** The metric. */
    @Param({"lz78", "lzw", "lz76", "lz76:dingle"})
    public String metric = "";

    /** The quantisation; those with levels have ten. */
    @Param({"median", "rank", "min-max"})
    public String quantisation = "";

    /** The order of reading. */
    @Param("rows")
    public String scan = "";

    /** Samples per axis. */
    @Param("64")
    public int grid;

    /** The largest frequency of the waves, in radians per unit of the square of side 2; 0 for noise. */
    @Param({"8", "0"})
    public double frequency;

    private final Samples[] functions = new Samples[FUNCTIONS];
    private final org.neuralredshift.api.metric.Measurement out = new org.neuralredshift.api.metric.Measurement();
    private Probe probe;

    /** Draws the functions. */
    @Setup
    public void draw() {
        Metric chosen = Stream.of(new Lz78Metric(), new LzwMetric(), new Lz76Metric(), new DingleMetric())
                .filter(member -> member.id().equals(metric))
                .findFirst()
                .orElseThrow();
        Grid plane = Grid.uniform(grid, 2);
        probe = chosen.prepare(plane, chosen.parameters().resolve(Map.of("quantisation", quantisation, "scan", scan)));
        for (int f = 0; f < FUNCTIONS; f++) {
            functions[f] = new Samples(plane);
            fill(functions[f].values(), new Random(f));
        }
    }

    private void fill(float[] values, Random random) {
        double[][] waves = new double[WAVES][];
        for (int w = 0; w < WAVES; w++) {
            waves[w] = random.doubles(4, -1, 1).toArray();
        }
        for (int i = 0; i < values.length; i++) {
            double x = 2.0 * (i % grid) / (grid - 1) - 1;
            double y = 2.0 * (i / grid) / (grid - 1) - 1;
            double sum = 0;
            for (double[] wave : waves) {
                sum += wave[0] * Math.sin(frequency * (wave[1] * x + wave[2] * y) + Math.PI * wave[3]);
            }
            values[i] = frequency == 0 ? random.nextFloat() : (float) sum;
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
