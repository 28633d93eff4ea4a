package org.neuralredshift.backends.cpu;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.Arena;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.neuralredshift.api.compute.Backend;
import org.neuralredshift.api.compute.Bindings;
import org.neuralredshift.api.compute.Executable;
import org.neuralredshift.api.compute.Session;
import org.neuralredshift.api.compute.Weights;
import org.neuralredshift.api.data.Grid;
import org.neuralredshift.api.expression.Scalar;
import org.neuralredshift.api.graph.Graph;
import org.neuralredshift.api.graph.GraphBuilder;
import org.neuralredshift.api.graph.Shape;
import org.neuralredshift.api.graph.Tensor;
import org.neuralredshift.api.network.Architecture;
import org.neuralredshift.api.network.Arguments;
import org.neuralredshift.api.network.Part;
import org.neuralredshift.api.random.Initialisation;
import org.neuralredshift.api.random.RandomStream;

class CpuBackendTest {
    private final Backend vectors = new CpuBackend(Lanes.FLOATS.length(), 0);
    private final Backend singles = new CpuBackend(1, 0);

    @ParameterizedTest
    @ValueSource(strings = {"relu", "gelu", "swish", "selu", "tanh", "gaussian", "sine", "sigmoid"})
    void agreesWithTheReferenceWhereTheFunctionIsStable(String activation) {
        // Sizes around the blocks of the kernels: single rows, remainders, odd fan-in, ragged last tile.
        for (int[] size :
                new int[][] {{0, 64}, {1, 1}, {1, 7}, {2, 5}, {2, 18}, {3, 64}, {1, 130}, {4, 33}, {2, 450}}) {
            Architecture architecture = Networks.architecture(activation, size[0], size[1]);
            Grid grid = Grid.uniform(13, 2);
            float[] expected = Networks.evaluate(Networks.reference(), architecture, grid, 3, 1);
            float[] actual = Networks.evaluate(vectors, architecture, grid, 3, 1);
            for (int i = 0; i < expected.length; i++) {
                assertEquals(expected[i], actual[i], 4e-6, activation + " depth " + size[0] + " width " + size[1]);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"relu", "gelu", "swish", "selu", "tanh", "gaussian", "sine", "sigmoid"})
    void givesTheSameBitsWithoutTheVectorApi(String activation) {
        // Beyond 191 the inputs are cut into slices, the last of them shorter or longer.
        for (int width : new int[] {1, 6, 31, 64, 193, 335}) {
            Architecture architecture = Networks.architecture(activation, 2, width);
            Grid grid = Grid.uniform(11, 2);
            assertArrayEquals(
                    Networks.evaluate(singles, architecture, grid, 2, 30),
                    Networks.evaluate(vectors, architecture, grid, 2, 30));
        }
    }

    @Test
    void givesTheSameBitsColdAndHotAndOnManyThreads() throws Exception {
        Architecture architecture = Networks.architecture("sine", 5, 32);
        Grid grid = Grid.uniform(20, 2);
        float[] cold = Networks.evaluate(new CpuBackend(), architecture, grid, 4, 100);
        try (ExecutorService executor = Executors.newFixedThreadPool(4)) {
            Callable<float[]> job = () -> Networks.evaluate(vectors, architecture, grid, 4, 100);
            for (int round = 0; round < 25; round++) {
                for (Future<float[]> hot : executor.invokeAll(List.of(job, job, job, job))) {
                    assertArrayEquals(cold, hot.get());
                }
            }
        }
    }

    @Test
    void vectorDrawsHaveTheBitsOfTheDefinition() {
        Tensor.Weight weight = new Tensor.Weight("w", 5, Shape.of(7, 61), 61, 7, Tensor.Role.WEIGHT);
        float[] expected = new float[7 * 61];
        Initialisation uniform = Networks.initialisation(Initialisation.Distribution.UNIFORM);
        long studySeed = 0xFFFFFFFFL;
        long seed = 0x80000001L;
        uniform.draw(weight, studySeed, seed, 12.5, new RandomStream(), expected);
        float[] actual = new float[expected.length + VectorPhilox.STEP];
        float unit = (float) uniform.halfWidth(weight, 12.5) * 0x1p-31f;
        VectorPhilox.uniform((int) studySeed, (int) seed, 5, unit, actual, 0, expected.length);
        assertArrayEquals(expected, Arrays.copyOf(actual, expected.length));
    }

    @Test
    void aPrefactorMultipliesTheArgumentOfEachActivation() {
        Architecture plain = Networks.architecture("sine", 2, 8);
        Part dense = plain.layers().getFirst();
        Part activated = new Part.Activated(Networks.activation("sine"), new Arguments(Map.of()), true);
        Architecture scaled = new Architecture(2, 1, 2, 8, List.of(), List.of(dense, activated), plain.readOut());
        Grid grid = Grid.uniform(8, 2);
        Initialisation unscaled = new Initialisation(
                Initialisation.Distribution.UNIFORM, Initialisation.Scale.GLOROT, 1, false, false, 3);
        float[] expected = Networks.evaluate(Networks.reference(), scaled, grid, 2, 2.5, unscaled);
        float[] actual = Networks.evaluate(vectors, scaled, grid, 2, 2.5, unscaled);
        assertArrayEquals(expected, actual, 1e-5f);
        assertFalse(Arrays.equals(actual, Networks.evaluate(vectors, plain, grid, 2, 2.5, unscaled)));
    }

    @ParameterizedTest
    @CsvSource({"1e30", "1e38"})
    void overflowShowsAsNotFiniteAndNeverAsANumber(double magnitude) {
        for (String activation : List.of("relu", "swish", "selu", "gelu")) {
            float[] values = Networks.evaluate(
                    vectors, Networks.architecture(activation, 4, 16), Grid.uniform(8, 2), 1, magnitude);
            float[] expected = Networks.evaluate(
                    singles, Networks.architecture(activation, 4, 16), Grid.uniform(8, 2), 1, magnitude);
            assertArrayEquals(expected, values);
            for (float value : values) {
                assertFalse(Float.isFinite(value), activation + " gives " + value);
            }
        }
    }

    @Test
    void explainsWhichKindOfProgramItRuns() {
        GraphBuilder builder = new GraphBuilder();
        Tensor x = builder.input("x", Shape.of(10, 2));
        Graph tiles = builder.output("f", builder.pad(x, 1, 1, 0)).build();
        Graph matrices = builder.output("g", builder.pad(x, 0, 1, 0)).build();
        assertTrue(vectors.compile(tiles).explain().contains("tiles of 64"));
        assertTrue(vectors.compile(matrices).explain().contains("matrices"));
    }

    @Test
    void runsAnyExpressionOfAnyOperation() {
        Scalar x = Scalar.input(0);
        Scalar all = x.abs()
                .plus(1)
                .log()
                .plus(x.cos())
                .plus(x.squared().plus(1).sqrt())
                .plus(x.abs().power(Scalar.of(1.5)))
                .plus(x.min(Scalar.of(0.2)).max(Scalar.of(-0.1)))
                .plus(x.ifLess(Scalar.of(0), x.negated(), x.erf()))
                .plus(x.ifLessOrEqual(Scalar.of(0.5), x.sigmoid(), x.tanh()))
                .plus(x.ifEqual(Scalar.of(0), Scalar.of(3), x.exp().dividedBy(2)));
        GraphBuilder builder = new GraphBuilder();
        Tensor in = builder.input("x", Shape.of(169, 2));
        Graph graph = builder.output("f", builder.map(all, in)).build();
        float[] points = Grid.uniform(13, 2).coordinates();
        float[] expected = run(Networks.reference(), graph, points);
        assertArrayEquals(expected, run(vectors, graph, points), 2e-6f);
        assertArrayEquals(run(singles, graph, points), run(vectors, graph, points));
    }

    @Test
    @Timeout(20)
    void compilesAnExpressionThatSharesItsPartsInLinearTime() {
        Scalar power = Scalar.input(0);
        for (int i = 0; i < 60; i++) {
            power = power.times(power).min(Scalar.of(1));
        }
        GraphBuilder builder = new GraphBuilder();
        Tensor in = builder.input("x", Shape.of(1, 2));
        Graph graph = builder.output("f", builder.map(power, in)).build();
        assertArrayEquals(new float[] {0, 1}, run(vectors, graph, new float[] {0.5f, 1}));
        assertArrayEquals(new float[] {0, 1}, run(singles, graph, new float[] {0.5f, 1}));
    }

    private static float[] run(Backend backend, Graph graph, float[] points) {
        try (Arena arena = Arena.ofConfined();
                Executable executable = backend.compile(graph);
                Session session = executable.open(1)) {
            var out = arena.allocate(points.length * 4L);
            session.run(new Bindings()
                    .input("x", arena.allocateFrom(ValueLayout.JAVA_FLOAT, points))
                    .weights(new Weights.Given(Map.of()))
                    .output("f", out));
            return out.toArray(ValueLayout.JAVA_FLOAT);
        }
    }
}
