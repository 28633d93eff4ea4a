package org.neuralredshift.backends.cpu;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.neuralredshift.api.compute.Backend;
import org.neuralredshift.api.compute.Bindings;
import org.neuralredshift.api.compute.Executable;
import org.neuralredshift.api.compute.Session;
import org.neuralredshift.api.graph.Graph;
import org.neuralredshift.api.graph.Tensor;
import org.neuralredshift.backends.cpu.TrainingGraphs.Rule;
import org.neuralredshift.backends.reference.ReferenceBackend;

/** Whole training steps: close to the reference, and the same bits however they are run. */
class MatrixTrainingTest {
    private static final int POINTS = 37;
    private static final int NETWORKS = 3;

    private final Backend vectors = new CpuBackend(Lanes.FLOATS.length(), 0);

    @ParameterizedTest
    @EnumSource
    void staysCloseToTheReference(Rule rule) {
        for (int[] widths : new int[][] {{2, 17, 9}, {1, 1}, {3}, {2, 64, 64}, {5, 33}}) {
            Graph graph = TrainingGraphs.perceptron(POINTS, rule, widths);
            float[] expected = train(new ReferenceBackend(), graph, NETWORKS, 20);
            float[] found = train(vectors, graph, NETWORKS, 20);
            assertArrayEquals(expected, found, 5e-4f, Arrays.toString(widths));
            assertTrue(expected[0] > 0, "a loss");
        }
    }

    @ParameterizedTest
    @EnumSource
    void givesTheSameBitsHoweverItIsRun(Rule rule) throws Exception {
        Graph graph = TrainingGraphs.perceptron(POINTS, rule, 2, 17, 9);
        float[] all = train(vectors, graph, NETWORKS, 60);
        assertArrayEquals(all, train(new CpuBackend(1, 0), graph, NETWORKS, 60), "without vectors");
        assertArrayEquals(all, train(new CpuBackend(), graph, NETWORKS, 60), "cold");
        assertArrayEquals(all, train(vectors, graph, NETWORKS, 1, 19, 40), "in three runs");
        float[] first = train(vectors, graph, 1, 60);
        assertEquals(all[0], first[0], "the first network alone");
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            Callable<float[]> work = () -> train(vectors, graph, NETWORKS, 60);
            for (Future<float[]> found : threads.invokeAll(List.of(work, work, work, work))) {
                assertArrayEquals(all, found.get(), "on one of four threads");
            }
        }
    }

    /** The losses of the networks before the last step, then all states behind it. */
    private static float[] train(Backend backend, Graph graph, int networks, int... runs) {
        Tensor.Input x = graph.inputs().getFirst();
        float[] inputs = normal(1, (int) x.shape().size(), 1);
        float[] targets = normal(2, POINTS, 1);
        float[] loss = new float[networks];
        float[] rates = {0.03f, 0.02f, 0.01f};
        try (Executable program = backend.compile(graph);
                Session session = program.open(networks)) {
            for (Tensor.State state : graph.states()) {
                if (state.name().startsWith("w") && !state.name().contains(".")) {
                    int size = (int) state.shape().size();
                    float[] weights = normal(state.name().hashCode(), size * networks, 0.15);
                    session.write(state.name(), MemorySegment.ofArray(weights));
                }
            }
            Bindings bindings = new Bindings()
                    .networks(networks)
                    .input("x", MemorySegment.ofArray(inputs))
                    .input("y", MemorySegment.ofArray(targets))
                    .scalar("rate", rates)
                    .output("loss", MemorySegment.ofArray(loss));
            for (int steps : runs) {
                session.run(bindings.steps(steps));
            }
            float[] found = loss.clone();
            for (Tensor.State state : graph.states()) {
                float[] values = new float[(int) state.shape().size() * networks];
                session.read(state.name(), MemorySegment.ofArray(values));
                int from = found.length;
                found = Arrays.copyOf(found, from + values.length);
                System.arraycopy(values, 0, found, from, values.length);
            }
            return found;
        }
    }

    private static float[] normal(long seed, int count, double deviation) {
        Random random = new Random(seed);
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) (random.nextGaussian() * deviation);
        }
        return values;
    }
}
