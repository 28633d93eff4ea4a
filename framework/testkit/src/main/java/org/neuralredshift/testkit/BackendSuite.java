package org.neuralredshift.testkit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.neuralredshift.api.annotation.Api.Stability.INCUBATING;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.neuralredshift.api.annotation.Api;
import org.neuralredshift.api.compute.Backend;
import org.neuralredshift.api.compute.Bindings;
import org.neuralredshift.api.compute.Executable;
import org.neuralredshift.api.compute.Session;
import org.neuralredshift.api.compute.UnsupportedGraphException;
import org.neuralredshift.api.data.Grid;
import org.neuralredshift.api.expression.Scalar;
import org.neuralredshift.api.graph.Graph;
import org.neuralredshift.api.graph.GraphBuilder;
import org.neuralredshift.api.graph.Shape;
import org.neuralredshift.api.graph.Tensor;
import org.neuralredshift.api.network.Activation;
import org.neuralredshift.api.network.Architecture;
import org.neuralredshift.api.parameter.Parameters;
import org.neuralredshift.testkit.plain.PlainActivation;
import org.neuralredshift.testkit.plain.PlainBackend;
import org.neuralredshift.testkit.plain.PlainDense;
import org.neuralredshift.testkit.plain.Programs;

/**
 * What a backend must be: every operation within its error of the definition, the same bits however networks are batched and
 * threads are used, the random weights of the definition, and an error that names what is wrong. Where a network is chaotic,
 * and no float32 result can agree point by point, the functions must be as complex as those of the definition.
 *
 * <pre>{@code
 * class MyBackendTest extends BackendSuite {
 *     protected List<Backend> extensions() {
 *         return List.of(new MyBackend());
 *     }
 * }
 * }</pre>
 */
@Api(INCUBATING)
public abstract class BackendSuite extends TrainingSuite {
    private static final Grid GRID = Grid.uniform(9, 2);

    /** For test classes. */
    protected BackendSuite() {}

    /** It tells whether it can run, and why not; and how much it likes to do at once. */
    @TestFactory
    public Stream<DynamicTest> saysWhetherItCanRun() {
        return each(backend -> {
            assertFalse(backend.probe().detail().isBlank(), "what it runs on, or what is missing, is not told");
            if (backend.probe().usable()) {
                assertTrue(backend.concurrency() >= 1, "sessions that it is worth to run at once");
                assertTrue(backend.preferredBatch(network(PlainActivation.TANH, 2, 5)) >= 1, "networks for one run");
            }
        });
    }

    /** A network has the same bits alone and in a batch, the first time and later, on one thread and on four. */
    @TestFactory
    public Stream<DynamicTest> givesTheSameBitsHoweverItIsRun() {
        return eachUsable(backend -> {
            Graph graph = network(PlainActivation.TANH, 3, 17);
            float[] batch = evaluate(backend, graph, 3, 5, 6, 7, 8, 9);
            assertArrayEquals(batch, evaluate(backend, graph, 3, 5, 6, 7, 8, 9), "a second time");
            for (int network = 0; network < 5; network++) {
                float[] own = Arrays.copyOfRange(batch, network * GRID.points(), (network + 1) * GRID.points());
                assertArrayEquals(own, evaluate(backend, graph, 3, 5 + network), "network " + network + " alone");
            }
            try (Executable program = backend.compile(graph);
                    ExecutorService threads = Executors.newFixedThreadPool(4)) {
                Callable<float[]> work = () -> {
                    float[] found = new float[batch.length];
                    try (Session session = program.open(5)) {
                        for (int time = 0; time < 3; time++) {
                            session.run(Programs.random(GRID, Programs.GLOROT, 3, 5, 6, 7, 8, 9)
                                    .output(Architecture.OUTPUT, MemorySegment.ofArray(found)));
                        }
                    }
                    return found;
                };
                for (Future<float[]> found : threads.invokeAll(List.of(work, work, work, work))) {
                    assertArrayEquals(batch, found.get(), "on one of four threads");
                }
            }
        });
    }

    /** What lies behind the last network of a run is left alone. */
    @TestFactory
    public Stream<DynamicTest> writesNoMoreThanItsNetworks() {
        return eachUsable(backend -> {
            float[] found = new float[3 * GRID.points()];
            Arrays.fill(found, 77);
            try (Executable program = backend.compile(network(PlainActivation.TANH, 1, 3));
                    Session session = program.open(3)) {
                session.run(Programs.random(GRID, Programs.GLOROT, 1, 1, 2)
                        .output(Architecture.OUTPUT, MemorySegment.ofArray(found)));
            }
            for (int i = 0; i < found.length; i++) {
                assertEquals(i >= 2 * GRID.points(), found[i] == 77, "element " + i);
            }
        });
    }

    /** Memory that a session lends takes the same outputs as any other, and is there until its arena is closed. */
    @TestFactory
    public Stream<DynamicTest> lendsMemoryForOutputs() {
        return eachUsable(backend -> {
            Graph graph = network(PlainActivation.TANH, 1, 3);
            long bytes = 2L * GRID.points() * Float.BYTES;
            try (Executable program = backend.compile(graph);
                    Arena arena = Arena.ofConfined()) {
                MemorySegment lent;
                try (Session session = program.open(2)) {
                    lent = session.memory(bytes, arena);
                    session.run(Programs.random(GRID, Programs.GLOROT, 1, 1, 2).output(Architecture.OUTPUT, lent));
                }
                assertEquals(bytes, lent.byteSize(), "bytes that were lent");
                assertEquals(0, lent.address() % 64, "the alignment of what was lent");
                assertArrayEquals(evaluate(backend, graph, 1, 1, 2), lent.toArray(ValueLayout.JAVA_FLOAT));
            }
        });
    }

    /** What is missing or of the wrong size is an {@link IllegalArgumentException} with a message. */
    @TestFactory
    public Stream<DynamicTest> refusesBindingsThatDoNotFit() {
        return eachUsable(backend -> {
            GraphBuilder graph = new GraphBuilder();
            Tensor x = graph.input(Architecture.INPUT, Shape.of(GRID.points(), 2));
            Scalar product = Scalar.input(0).times(Scalar.input(1)).times(Scalar.input(2));
            Tensor weight = graph.weight("w", Shape.of(2), 2, 2, Tensor.Role.WEIGHT);
            graph.output(Architecture.OUTPUT, graph.map(product, x, weight, graph.networkScalar("factor")));
            try (Executable program = backend.compile(graph.build());
                    Session session = program.open(2)) {
                assertThrows(IllegalArgumentException.class, () -> program.open(0), "a session for no network");
                session.run(fitting());
                refuses(session, new Bindings(), "nothing is bound");
                refuses(session, fitting().networks(0), "no network");
                refuses(session, fitting().networks(3), "more networks than the session was opened for");
                refuses(session, fitting().input(Architecture.INPUT, memory(2)), "an input that is too small");
                refuses(session, fitting().input(Architecture.INPUT, memory(2 * GRID.points() + 1)), "a longer input");
                refuses(session, fitting().scalar("factor", new float[1]), "one number for two networks");
                refuses(session, fitting().output(Architecture.OUTPUT, memory(2 * GRID.points())), "a small output");
                refuses(session, fitting().weights(Programs.given(Map.of())), "weights that are not given");
            }
        });
    }

    private static Bindings fitting() {
        return Programs.random(GRID, Programs.GLOROT, 1, 1, 2)
                .scalar("factor", new float[] {2, 3})
                .output(Architecture.OUTPUT, memory(4 * GRID.points()));
    }

    private static MemorySegment memory(int floats) {
        return MemorySegment.ofArray(new float[floats]);
    }

    private static void refuses(Session session, Bindings bindings, String what) {
        String message = assertThrows(IllegalArgumentException.class, () -> session.run(bindings), what)
                .getMessage();
        assertFalse(message == null || message.isBlank(), () -> what + ": refused without a message");
    }

    /** Closing twice is fine; running afterwards is not. */
    @TestFactory
    public Stream<DynamicTest> isClosedTwiceWithoutHarm() {
        return eachUsable(backend -> {
            Executable program = backend.compile(network(PlainActivation.TANH, 1, 3));
            assertFalse(program.explain().isBlank(), "what was compiled is not explained");
            Session session = program.open(1);
            Bindings bindings =
                    Programs.random(GRID, Programs.GLOROT, 1, 1).output(Architecture.OUTPUT, memory(GRID.points()));
            session.run(bindings);
            session.close();
            session.close();
            assertThrows(IllegalStateException.class, () -> session.run(bindings), "a closed session runs");
            program.close();
            program.close();
            try (Executable again = backend.compile(network(PlainActivation.TANH, 1, 3));
                    Session fresh = again.open(1)) {
                fresh.run(bindings);
            }
        });
    }

    /**
     * What needs more memory than there is, is refused like anything else that is too large, and costs nothing afterwards. A
     * backend allocates on its own, when it compiles and opens: so the fault is provoked by what it is asked for.
     */
    @TestFactory
    public Stream<DynamicTest> refusesWhatIsTooLargeForMemory() {
        return eachUsable(backend -> {
            Graph graph = network(PlainActivation.TANH, 2, 17);
            float[] before = evaluate(backend, graph, 1, 1, 2);
            try (Executable program = backend.compile(graph)) {
                isOpenedOrRefused(() -> program.open(Integer.MAX_VALUE), "a session for 2^31 - 1 networks");
                try (Session session = program.open(1)) {
                    session.run(Programs.random(GRID, Programs.GLOROT, 1, 1)
                            .output(Architecture.OUTPUT, memory(GRID.points())));
                }
            }
            isOpenedOrRefused(
                    () -> {
                        Executable program = backend.compile(wide());
                        try {
                            Session session = program.open(1);
                            return () -> {
                                session.close();
                                program.close();
                            };
                        } catch (Throwable e) {
                            program.close();
                            throw e;
                        }
                    },
                    "a program with a tensor of 2^33 elements");
            assertArrayEquals(before, evaluate(backend, graph, 1, 1, 2), "after what was too large");
        });
    }

    /** What no backend can know: not offered, and refused when it is compiled. */
    @TestFactory
    public Stream<DynamicTest> refusesAKernelThatItDoesNotOffer() {
        return eachUsable(backend -> {
            GraphBuilder graph = new GraphBuilder();
            Tensor.Kernel kernel = graph.kernel(
                    "no kernel of this name", 1, Parameters.NONE, graph.networkScalar("factor"), Shape.of(1));
            Graph built = graph.output(Architecture.OUTPUT, kernel).build();
            assertFalse(backend.offers(kernel), () -> backend.id() + " offers whatever it is asked for");
            assertThrows(UnsupportedGraphException.class, () -> backend.compile(built));
        });
    }

    /** Sums of 2^17 numbers each, at 2^16 points. */
    private static Graph wide() {
        GraphBuilder graph = new GraphBuilder();
        Tensor x = graph.input(Architecture.INPUT, Shape.of(1 << 16, 1));
        Tensor squares = graph.map(Scalar.input(0).squared(), graph.expand(x, Shape.of(1 << 16, 1 << 17)));
        return graph.output(Architecture.OUTPUT, graph.reduce(Tensor.Reduction.SUM, squares, 1))
                .build();
    }

    private static void isOpenedOrRefused(Callable<AutoCloseable> opening, String what) throws Exception {
        try (AutoCloseable opened = opening.call()) {
            assertTrue(opened != null, () -> what + " is null");
        } catch (OutOfMemoryError | UnsupportedGraphException e) {
            assertFalse(String.valueOf(e.getMessage()).isBlank(), () -> what + ": refused without a message");
        } catch (RuntimeException e) {
            assertEquals(
                    IllegalArgumentException.class,
                    e.getClass(),
                    () -> what + ": it must be refused by an OutOfMemoryError, an IllegalArgumentException, or an"
                            + " UnsupportedGraphException, but there is " + e);
        }
    }

    /** Stable networks agree point by point. */
    @TestFactory
    public Stream<DynamicTest> agreesWhereNetworksAreStable() {
        return eachUsable(backend -> {
            for (int[] size : new int[][] {{0, 3}, {1, 1}, {2, 7}, {3, 33}}) {
                Graph graph = network(PlainActivation.TANH, size[0], size[1]);
                float[] expected = evaluate(new PlainBackend(), graph, 1, 1, 2);
                assertArrayEquals(
                        expected, evaluate(backend, graph, 1, 1, 2), 1e-5f, "depth " + size[0] + ", width " + size[1]);
            }
        });
    }

    /** Chaotic networks are other functions in float32, but vary as much from point to point. */
    @TestFactory
    public Stream<DynamicTest> isAsComplexWhereNetworksAreChaotic() {
        return eachUsable(backend -> {
            Graph graph = network(PlainActivation.SINE, 4, 12);
            long[] seeds = new long[24];
            Arrays.setAll(seeds, i -> i);
            double[] expected = variations(evaluate(new PlainBackend(), graph, 60, seeds));
            double[] found = variations(evaluate(backend, graph, 60, seeds));
            double bound = 4 * Math.sqrt((variance(expected) + variance(found)) / seeds.length);
            assertEquals(mean(expected), mean(found), bound, "mean variation, in standard deviations of the function");
        });
    }

    /** The mean difference of neighbours of each network, over its standard deviation. */
    private static double[] variations(float[] values) {
        double[] variations = new double[values.length / GRID.points()];
        for (int network = 0; network < variations.length; network++) {
            float[] own = Arrays.copyOfRange(values, network * GRID.points(), (network + 1) * GRID.points());
            double[] numbers = new double[own.length];
            double sum = 0;
            for (int i = 0; i < own.length; i++) {
                numbers[i] = own[i];
                sum += i % GRID.size() == 0 ? 0 : Math.abs(own[i] - own[i - 1]);
            }
            variations[network] = sum / own.length / Math.sqrt(variance(numbers));
        }
        return variations;
    }

    private static double mean(double[] numbers) {
        return Arrays.stream(numbers).average().orElseThrow();
    }

    private static double variance(double[] numbers) {
        double mean = mean(numbers);
        return Arrays.stream(numbers).map(x -> (x - mean) * (x - mean)).sum() / (numbers.length - 1);
    }

    private static Graph network(Activation activation, int depth, int width) {
        return Architecture.perceptron(depth, width, new PlainDense(), activation)
                .graph(GRID.points());
    }

    private static float[] evaluate(Backend backend, Graph graph, double magnitude, long... seeds) {
        return Programs.run(backend, graph, Programs.random(GRID, Programs.GLOROT, magnitude, seeds));
    }
}
