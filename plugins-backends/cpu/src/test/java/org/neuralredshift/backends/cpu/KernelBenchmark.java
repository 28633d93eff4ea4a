package org.neuralredshift.backends.cpu;

import java.lang.foreign.Arena;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import jdk.incubator.vector.FloatVector;
import org.neuralredshift.api.compute.Bindings;
import org.neuralredshift.api.compute.Executable;
import org.neuralredshift.api.compute.Session;
import org.neuralredshift.api.compute.Weights;
import org.neuralredshift.api.data.Grid;
import org.neuralredshift.api.network.Architecture;
import org.neuralredshift.api.random.Initialisation;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Networks per second beside the fma peak of the processor: {@link Peak#fma} counts floating-point operations, {@link
 * Evaluation#networks} whole networks with fresh weights. {@code bench/kernels} runs both and prints the share.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(
        value = 2,
        jvmArgsAppend = {"--add-modules", "jdk.incubator.vector", "--sun-misc-unsafe-memory-access=allow"})
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class KernelBenchmark {

    /** As many independent chains of fma as hide its latency, nothing loaded or stored. */
    @State(Scope.Thread)
    public static class Peak {
        private static final int ROUNDS = 1000;
        private static final int CHAINS = 12;
        private static final int LANES = 16;

        /** One operation is 2 · 12 · 16 · 1000 floating-point operations on vectors of 16. */
        @Benchmark
        @OperationsPerInvocation(2 * CHAINS * LANES * ROUNDS)
        public float fma() {
            FloatVector a = Lanes.broadcast(0.5f);
            FloatVector b = Lanes.broadcast(0.1f);
            FloatVector c0 = a;
            FloatVector c1 = a;
            FloatVector c2 = a;
            FloatVector c3 = a;
            FloatVector c4 = a;
            FloatVector c5 = a;
            FloatVector c6 = a;
            FloatVector c7 = a;
            FloatVector c8 = a;
            FloatVector c9 = a;
            FloatVector c10 = a;
            FloatVector c11 = a;
            for (int i = 0; i < ROUNDS * LANES / Lanes.FLOATS.length(); i++) {
                c0 = c0.fma(a, b);
                c1 = c1.fma(a, b);
                c2 = c2.fma(a, b);
                c3 = c3.fma(a, b);
                c4 = c4.fma(a, b);
                c5 = c5.fma(a, b);
                c6 = c6.fma(a, b);
                c7 = c7.fma(a, b);
                c8 = c8.fma(a, b);
                c9 = c9.fma(a, b);
                c10 = c10.fma(a, b);
                c11 = c11.fma(a, b);
            }
            FloatVector first = c0.add(c1).add(c2).add(c3).add(c4).add(c5);
            return first.add(c6).add(c7).add(c8).add(c9).add(c10).add(c11).lane(0);
        }
    }

    /** Networks on a grid of 64 x 64. */
    @State(Scope.Thread)
    public static class Evaluation {
        private static final int NETWORKS = 16;

        /** The activation. */
        @Param({"relu", "tanh", "sine", "gelu"})
        public String activation = "";

        /** The number of hidden layers. */
        @Param("3")
        public int depth;

        /** Units of a hidden layer. */
        @Param("64")
        public int width;

        private final Arena arena = Arena.ofShared();
        private final long[] seeds = new long[NETWORKS];
        private final Bindings bindings = new Bindings().networks(NETWORKS);
        private Executable executable;
        private Session session;

        /** Compiles the network. */
        @Setup(Level.Trial)
        public void compile() {
            Grid grid = Grid.uniform(64, 2);
            double[] magnitudes = new double[NETWORKS];
            Arrays.fill(magnitudes, 1);
            executable = new CpuBackend()
                    .compile(Networks.architecture(activation, depth, width).graph(grid.points()));
            session = executable.open(NETWORKS);
            bindings.input(Architecture.INPUT, arena.allocateFrom(ValueLayout.JAVA_FLOAT, grid.coordinates()))
                    .weights(new Weights.Drawn(
                            Networks.initialisation(Initialisation.Distribution.UNIFORM), 0, seeds, magnitudes))
                    .output(Architecture.OUTPUT, arena.allocate((long) Float.BYTES * NETWORKS * grid.points(), 64));
        }

        /** Releases it. */
        @TearDown(Level.Trial)
        public void close() {
            session.close();
            executable.close();
            arena.close();
        }

        /** Draws and evaluates fresh networks. */
        @Benchmark
        @OperationsPerInvocation(NETWORKS)
        public void networks() {
            for (int i = 0; i < NETWORKS; i++) {
                seeds[i] += NETWORKS;
            }
            session.run(bindings);
        }
    }
}
