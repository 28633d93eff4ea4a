package org.neuralredshift.backends.reference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.foreign.MemorySegment;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.neuralredshift.api.compute.Bindings;
import org.neuralredshift.api.compute.Executable;
import org.neuralredshift.api.compute.Session;
import org.neuralredshift.api.compute.UnsupportedGraphException;
import org.neuralredshift.api.compute.Weights;
import org.neuralredshift.api.expression.Scalar;
import org.neuralredshift.api.graph.Graph;
import org.neuralredshift.api.graph.GraphBuilder;
import org.neuralredshift.api.graph.Shape;
import org.neuralredshift.api.graph.Tensor;
import org.neuralredshift.api.random.Initialisation;

/** f = a (x + w), and x doubled, which all networks share. */
class SessionTest {
    private static final Initialisation INITIALISATION =
            new Initialisation(Initialisation.Distribution.UNIFORM, Initialisation.Scale.ABSOLUTE, 1, true, false, 5);

    private final Bindings bindings = new Bindings()
            .networks(2)
            .input("x", Floats.of(1, 2))
            .scalar("a", new float[] {10, 100})
            .weights(given(3, 4, 5, 6))
            .output("f", Floats.zeros(4))
            .output("shared", Floats.zeros(2));

    private static Graph graph() {
        GraphBuilder graph = new GraphBuilder();
        Tensor x = graph.input("x", Shape.of(2));
        Tensor w = graph.weight("w", Shape.of(2), 1, 2, Tensor.Role.WEIGHT);
        Tensor sum = graph.map(Scalar.input(0).plus(Scalar.input(1)), x, w);
        Tensor f = graph.map(Scalar.input(0).times(Scalar.input(1)), sum, graph.networkScalar("a"));
        graph.output("f", f);
        graph.output("shared", graph.map(Scalar.input(0).times(2), x));
        return graph.build();
    }

    private static Weights.Given given(float... values) {
        return new Weights.Given(Map.of("w", Floats.of(values)));
    }

    private void run() {
        try (Executable program = new ReferenceBackend().compile(graph());
                Session session = program.open(2)) {
            session.run(bindings);
        }
    }

    private void assertRejected(String message) {
        assertEquals(
                message, assertThrows(IllegalArgumentException.class, this::run).getMessage());
    }

    @Test
    void networksHaveTheirOwnWeightsAndNumbersAndShareTheRest() {
        run();
        assertArrayEquals(new float[] {40, 60, 600, 800}, Floats.read(bindings.output("f")));
        assertArrayEquals(new float[] {2, 4}, Floats.read(bindings.output("shared")));
    }

    @Test
    void aSmallerBatchLeavesTheRestOfTheMemoryAlone() {
        bindings.networks(1);
        run();
        assertArrayEquals(new float[] {40, 60, 0, 0}, Floats.read(bindings.output("f")));
    }

    @Test
    void drawnWeightsFollowTheSeedsOfTheirNetworks() {
        bindings.weights(new Weights.Drawn(INITIALISATION, 0, new long[] {0, 0}, new double[] {1, 2}));
        run();
        float w0 = 0x6627e8d5 / 2147483648f;
        float w1 = 0xe169c58d / 2147483648f;
        float[] expected = {
            (float) (10 * (1 + (double) w0)),
            (float) (10 * (2 + (double) w1)),
            (float) (100 * (1 + 2 * (double) w0)),
            (float) (100 * (2 + 2 * (double) w1))
        };
        assertArrayEquals(expected, Floats.read(bindings.output("f")));
    }

    @Test
    void aSessionRunsAgainWithChangedNumbers() {
        float[] numbers = {10, 100};
        bindings.scalar("a", numbers);
        try (Executable program = new ReferenceBackend().compile(graph());
                Session session = program.open(2)) {
            session.run(bindings);
            numbers[1] = 1;
            session.run(bindings);
        }
        assertArrayEquals(new float[] {40, 60, 6, 8}, Floats.read(bindings.output("f")));
    }

    @Test
    void aMissingBindingIsNamed() {
        Bindings nothing = new Bindings();
        try (Executable program = new ReferenceBackend().compile(graph());
                Session session = program.open(1)) {
            String message = assertThrows(IllegalArgumentException.class, () -> session.run(nothing))
                    .getMessage();
            assertEquals("nothing is bound to input x", message);
        }
        bindings.weights(new Weights.Given(Map.of("v", Floats.of(1, 2, 3, 4))));
        assertRejected("no values are given for weight w, only for [v]");
    }

    @Test
    void aBindingOfTheWrongSizeIsNamedWithTheSizeThatItNeeds() {
        bindings.weights(given(1, 2, 3));
        assertRejected("weight w has 12 bytes, but float32 [2] for 2 networks takes 16");
        bindings.weights(given(1, 2, 3, 4)).input("x", Floats.of(1, 2, 3));
        assertRejected("input x has 12 bytes, but float32 [2] takes 8");
        bindings.input("x", Floats.of(1, 2)).scalar("a", new float[] {1});
        assertRejected("scalar a: 1 numbers for 2 networks");
        bindings.scalar("a", new float[] {1, 2}).output("f", Floats.zeros(3));
        assertRejected("output f has 12 bytes, but float32 [2] for 2 networks takes 16");
        bindings.output("f", Floats.zeros(4)).output("shared", Floats.zeros(1));
        assertRejected("output shared has 4 bytes, but float32 [2] for 1 network takes 8");
        bindings.output("shared", Floats.zeros(2).asReadOnly());
        assertRejected("output shared is bound to read-only memory");
    }

    @Test
    void drawnWeightsNeedASeedAndAMagnitudePerNetwork() {
        bindings.weights(new Weights.Drawn(INITIALISATION, 0, new long[] {1}, new double[] {1, 1}));
        assertRejected("the seeds of the weights: 1 numbers for 2 networks");
        bindings.weights(new Weights.Drawn(INITIALISATION, 0, new long[] {1, 2}, new double[] {1}));
        assertRejected("the magnitudes of the weights: 1 numbers for 2 networks");
    }

    @Test
    void theNumberOfNetworksIsOneToWhatTheSessionWasOpenedFor() {
        bindings.networks(3);
        assertRejected("a run of 3 networks: the session was opened for 1 to 2");
        bindings.networks(0);
        assertRejected("a run of 0 networks: the session was opened for 1 to 2");
        try (Executable program = new ReferenceBackend().compile(graph())) {
            assertThrows(IllegalArgumentException.class, () -> program.open(0));
        }
    }

    @Test
    void closingTwiceIsFineAndRunningAfterwardsIsNot() {
        Executable program = new ReferenceBackend().compile(graph());
        Session session = program.open(2);
        session.close();
        session.close();
        assertEquals(
                "this session of the backend reference is closed: open another one",
                assertThrows(IllegalStateException.class, () -> session.run(bindings))
                        .getMessage());
        program.close();
        program.close();
        assertEquals(
                "this program is closed: compile the graph again",
                assertThrows(IllegalStateException.class, () -> program.open(1)).getMessage());
    }

    @Test
    void aValueThatIsNeededLateKeepsItsMemoryUntilThen() {
        GraphBuilder graph = new GraphBuilder();
        Tensor early = graph.weight("w", Shape.of(2), 1, 2, Tensor.Role.WEIGHT);
        Tensor chain = early;
        for (int i = 0; i < 5; i++) {
            chain = graph.map(Scalar.input(0).plus(1), chain);
        }
        graph.output("f", graph.map(Scalar.input(0).times(Scalar.input(1)), chain, early));
        MemorySegment out = Floats.zeros(4);
        try (Executable program = new ReferenceBackend().compile(graph.build());
                Session session = program.open(2)) {
            session.run(new Bindings().networks(2).weights(given(1, 2, 3, 4)).output("f", out));
        }
        assertArrayEquals(new float[] {6, 14, 24, 36}, Floats.read(out));
    }

    @Test
    void aTensorBeyondOneArrayIsRejectedWhenCompiling() {
        GraphBuilder graph = new GraphBuilder();
        Tensor x = graph.input("x", Shape.of(1 << 16, 1 << 16));
        Graph program = graph.output("f", x).build();
        String message = assertThrows(UnsupportedGraphException.class, () -> new ReferenceBackend().compile(program))
                .getMessage();
        assertEquals(
                "the backend reference keeps a tensor in one array of at most 2147483639 elements, and this Input is"
                        + " [65536, 65536]: evaluate fewer points at once",
                message);
    }

    @Test
    void explainsTheProgramLineByLine() {
        String expected = """
                reference: float64, interpreted, one network after another
                %0 = input x : shared [2]
                %1 = weight w (number 0, fan-in 1, fan-out 2) : networks x [2]
                %2 = map %0 %1 : networks x [2]
                    t2 = add(x0, x1)
                %3 = scalar a : networks x []
                %4 = map %2 %3 : networks x [2]
                    t2 = multiply(x0, x1)
                %5 = map %0 : shared [2]
                    t2 = multiply(x0, 2.0)
                output f = %4
                output shared = %5
                """;
        try (Executable program = new ReferenceBackend().compile(graph())) {
            assertEquals(expected, program.explain());
        }
    }
}
