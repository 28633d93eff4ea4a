package org.neuralredshift.backends.cuda.program;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.neuralredshift.api.compute.Backend;
import org.neuralredshift.api.compute.Bindings;
import org.neuralredshift.api.compute.Executable;
import org.neuralredshift.api.compute.Session;
import org.neuralredshift.api.compute.Weights;
import org.neuralredshift.api.expression.Scalar;
import org.neuralredshift.api.graph.Graph;
import org.neuralredshift.api.graph.GraphBuilder;
import org.neuralredshift.api.graph.Shape;
import org.neuralredshift.api.graph.Tensor;
import org.neuralredshift.api.random.Initialisation;
import org.neuralredshift.testkit.plain.PlainBackend;

/** A chain of layers in one kernel: the same bits as layer by layer, close to the definition. */
class ChainTest {
    /** No shared memory, no chain. */
    private static final Limits NONE = new Limits(0);

    private static final Limits HOPPER = new Limits(227 * 1024);

    private static final int NETWORKS = 2;

    private static final Initialisation GLOROT =
            new Initialisation(Initialisation.Distribution.UNIFORM, Initialisation.Scale.GLOROT, 1, true, false, 3);

    @BeforeEach
    void needsACompiler() {
        assumeTrue(Tool.isThere("g++"), "there is no g++ that could compile kernels for the processor");
    }

    /** A network with or without bias, whose activation has a number of each network. */
    private static Graph network(int points, int inputs, int[] widths, boolean hasBias) {
        GraphBuilder graph = new GraphBuilder();
        Tensor factor = graph.networkScalar("factor");
        Tensor value = graph.input("x", Shape.of(points, inputs));
        for (int layer = 0; layer < widths.length; layer++) {
            int before = value.shape().extent(1);
            int width = widths[layer];
            Tensor weight = graph.weight("weight" + layer, Shape.of(width, before), before, width, Tensor.Role.WEIGHT);
            value = graph.matrixProduct(value, graph.transpose(weight, 1, 0));
            if (hasBias) {
                Tensor bias = graph.weight("bias" + layer, Shape.of(width), before, width, Tensor.Role.BIAS);
                value = graph.map(Scalar.input(0).plus(Scalar.input(1)), value, bias);
            }
            if (layer < widths.length - 1) {
                Scalar activation = Scalar.input(0).times(Scalar.input(1)).tanh();
                value = graph.map(activation, value, factor);
            }
        }
        return graph.output("f", value).build();
    }

    private static float[] run(Backend backend, Graph graph) {
        int numbers = Math.toIntExact(graph.inputs().getFirst().shape().size());
        float[] x = new float[numbers];
        for (int i = 0; i < numbers; i++) {
            x[i] = (float) Math.sin(1 + 3.7 * i);
        }
        Weights.Drawn weights = new Weights.Drawn(GLOROT, 5, new long[] {3, 4}, new double[] {1.5, 2});
        Bindings bindings = new Bindings()
                .networks(NETWORKS)
                .input("x", MemorySegment.ofArray(x))
                .scalar("factor", new float[] {1.25f, 0.5f})
                .weights(weights);
        float[] found = new float
                [NETWORKS
                        * Math.toIntExact(graph.outputs()
                                .values()
                                .iterator()
                                .next()
                                .shape()
                                .size())];
        try (Executable program = backend.compile(graph);
                Session session = program.open(NETWORKS)) {
            session.run(bindings.output("f", MemorySegment.ofArray(found)));
        }
        return found;
    }

    @ParameterizedTest
    @CsvSource({
        "1, 2, 1 1",
        "100, 2, 16 16 1",
        "67, 3, 33 5 33 2",
        "300, 2, 64 64 64 1",
        "9, 5, 7 12 8 3",
        "40, 1, 100 3"
    })
    void hasTheBitsOfSingleLayers(int points, int inputs, String layers) {
        int[] widths =
                Arrays.stream(layers.split(" ")).mapToInt(Integer::parseInt).toArray();
        for (boolean hasBias : new boolean[] {true, false}) {
            Graph graph = network(points, inputs, widths, hasBias);
            assertFalse(Programs.lower(graph, NONE).source().contains("chain_"));
            String source = Programs.lower(graph, HOPPER).source();
            assertTrue(source.contains("chain_") && !source.contains("product_"), "one kernel for all layers");
            float[] chained = run(new HostBackend(HOPPER), graph);
            assertArrayEquals(run(new HostBackend(NONE), graph), chained);
            assertArrayEquals(run(new PlainBackend(), graph), chained, 2e-5f);
        }
    }

    @Test
    void isCutWhereSharedMemoryEnds() {
        Graph graph = network(50, 2, new int[] {40, 40, 40, 40, 1}, true);
        Limits little = new Limits(16 * 1024);
        Program program = Programs.lower(graph, little);
        assertEquals(
                2,
                program.network().stream()
                        .filter(launch -> launch.kernel().startsWith("chain_"))
                        .count());
        assertTrue(program.explanation().contains("is cut before the product"), program::explanation);
        program.network().forEach(launch -> assertTrue(launch.sharedBytes() <= little.sharedBytesPerBlock()));
        assertArrayEquals(run(new HostBackend(NONE), graph), run(new HostBackend(little), graph));
    }

    @Test
    void leavesOutWhatIsUsedTwice() {
        GraphBuilder graph = new GraphBuilder();
        Tensor x = graph.input("x", Shape.of(20, 3));
        Tensor weight = graph.weight("w", Shape.of(3, 3), 3, 3, Tensor.Role.WEIGHT);
        Tensor first = graph.map(Scalar.input(0).tanh(), graph.matrixProduct(x, weight));
        Tensor second = graph.matrixProduct(first, weight);
        Tensor sum = graph.map(Scalar.input(0).plus(Scalar.input(1)), second, first);
        Graph residual = graph.output(
                        "f", graph.map(Scalar.input(0).times(Scalar.input(1)), sum, graph.networkScalar("factor")))
                .build();
        assertFalse(Programs.lower(residual, HOPPER).source().contains("chain_"));
        assertArrayEquals(run(new PlainBackend(), residual), run(new HostBackend(HOPPER), residual), 1e-5f);
    }
}
