package org.neuralredshift.backends.cpu;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.neuralredshift.api.compute.Backend;
import org.neuralredshift.api.compute.Bindings;
import org.neuralredshift.api.compute.Executable;
import org.neuralredshift.api.compute.Session;
import org.neuralredshift.api.expression.Scalar;
import org.neuralredshift.api.graph.Graph;
import org.neuralredshift.api.graph.GraphBuilder;
import org.neuralredshift.api.graph.Shape;
import org.neuralredshift.api.graph.Tensor;
import org.neuralredshift.backends.cpu.TrainingGraphs.Rule;

/** Several threads share the steps of one network, and change no bit of it. */
@Timeout(300)
class SharedSessionTest {
    private final Backend vectors = new CpuBackend(Lanes.FLOATS.length(), 0);
    private final Backend cold = new CpuBackend();
    private final Backend singles = new CpuBackend(1, 0);

    @ParameterizedTest
    @CsvSource({"1, 2, 3", "37, 2, 17", "64, 3, 32", "49, 5, 33"})
    void giveTheBitsOfOneThread(int points, int features, int width) {
        Graph graph = TrainingGraphs.perceptron(points, Rule.ADAM, features, width, width + 1, 5);
        float[] alone = train(vectors, graph, 1);
        assertTrue(alone[0] > 0, "a loss");
        for (int threads : new int[] {2, 3, 7}) {
            assertArrayEquals(alone, train(vectors, graph, threads), threads + " threads");
        }
        assertArrayEquals(alone, train(cold, graph, 3), "cold");
        assertArrayEquals(alone, train(singles, graph, 2), "without vectors");
    }

    /** The loss of each of two networks, and all their states. */
    private static float[] train(Backend backend, Graph graph, int threads) {
        float[] loss = new float[2];
        try (Executable program = backend.compile(graph);
                Session session = program.open(2, threads)) {
            for (Tensor.State state : graph.states()) {
                if (state.name().matches("w[0-9]")) {
                    int size = (int) state.shape().size() * 2;
                    session.write(state.name(), MemorySegment.ofArray(normal(size, 0.3)));
                }
            }
            Bindings bindings = new Bindings()
                    .networks(2)
                    .scalar("rate", new float[] {0.02f, 0.01f})
                    .output("loss", MemorySegment.ofArray(loss));
            for (Tensor.Input input : graph.inputs()) {
                int size = (int) input.shape().size();
                bindings.input(input.name(), MemorySegment.ofArray(normal(size, 1)));
            }
            for (int steps : new int[] {1, 20, 3}) {
                session.run(bindings.steps(steps));
            }
            float[] found = loss;
            for (Tensor.State state : graph.states()) {
                float[] values = new float[2 * (int) state.shape().size()];
                session.read(state.name(), MemorySegment.ofArray(values));
                int end = found.length;
                found = Arrays.copyOf(found, end + values.length);
                System.arraycopy(values, 0, found, end, values.length);
            }
            return found;
        }
    }

    private static float[] normal(int count, double deviation) {
        Random random = new Random(count);
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) (random.nextGaussian() * deviation);
        }
        return values;
    }

    /** The first rows are there; a later one, which another thread gathers, is not. */
    @Test
    void whatOneThreadThrowsIsThrownAndTheSessionStaysUsable() {
        GraphBuilder graph = new GraphBuilder();
        Tensor.State rows = graph.state("rows", Shape.of(600));
        Tensor table = graph.input("table", Shape.of(3, 20));
        Tensor squares = graph.map(Scalar.input(0).squared(), graph.gather(table, rows));
        graph.output("f", graph.reduce(Tensor.Reduction.SUM, squares, 0));
        graph.update(rows, graph.map(Scalar.input(0), rows));
        float[] sums = new float[20];
        float[] ones = new float[60];
        Arrays.fill(ones, 1);
        try (Executable program = vectors.compile(graph.build());
                Session session = program.open(1, 3)) {
            Bindings bindings = new Bindings()
                    .input("table", MemorySegment.ofArray(ones))
                    .output("f", MemorySegment.ofArray(sums))
                    .steps(3);
            float[] indices = new float[600];
            indices[599] = 3;
            session.write("rows", MemorySegment.ofArray(indices));
            IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> session.run(bindings));
            assertTrue(e.getMessage().startsWith("index 3.0 at 599 is no row"), e.getMessage());
            session.write("rows", MemorySegment.ofArray(new float[600]));
            session.run(bindings);
            assertEquals(600, sums[19]);
        }
    }

    @Test
    void closingEndsTheThreads() throws InterruptedException {
        Graph graph = TrainingGraphs.perceptron(40, Rule.DESCENT, 2, 20);
        try (Executable program = vectors.compile(graph)) {
            Session session = program.open(1, 3);
            assertEquals(2, helpers().count());
            session.close();
            session.close();
            for (Thread helper : helpers().toList()) {
                helper.join();
            }
            assertEquals(0, helpers().count());
        }
    }

    private static Stream<Thread> helpers() {
        String prefix = Thread.currentThread().getName() + "-helper-";
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith(prefix) && thread.isAlive());
    }

    @Test
    void refusesNoThreads() {
        Graph graph = TrainingGraphs.perceptron(4, Rule.DESCENT, 2);
        try (Executable program = vectors.compile(graph)) {
            assertThrows(IllegalArgumentException.class, () -> program.open(1, 0));
        }
    }
}
