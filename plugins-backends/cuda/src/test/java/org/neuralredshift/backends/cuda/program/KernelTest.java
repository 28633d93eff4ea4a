package org.neuralredshift.backends.cuda.program;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.neuralredshift.api.compute.Bindings;
import org.neuralredshift.api.compute.Session;
import org.neuralredshift.api.compute.UnsupportedGraphException;
import org.neuralredshift.api.compute.Weights;
import org.neuralredshift.api.expression.Scalar;
import org.neuralredshift.api.graph.Graph;
import org.neuralredshift.api.graph.GraphBuilder;
import org.neuralredshift.api.graph.Shape;
import org.neuralredshift.api.graph.Tensor;
import org.neuralredshift.api.random.Initialisation;
import org.neuralredshift.api.random.RandomStream;

/** Which kernels a graph has, and what they compute where the suites do not look. */
class KernelTest {
    private static final Scalar A = Scalar.input(0);
    private static final Scalar B = Scalar.input(1);

    private static void needsACompiler() {
        assumeTrue(Tool.isThere("g++"), "there is no g++ that could compile kernels for the processor");
    }

    private static List<String> kernels(List<Launch> launches) {
        return launches.stream().map(Launch::kernel).toList();
    }

    @Test
    void mapsOfOneUseAreOneKernelAndViewsAreNone() {
        GraphBuilder graph = new GraphBuilder();
        Tensor x = graph.input("x", Shape.of(6, 4));
        Tensor y = graph.reshape(graph.map(A.sin(), graph.transpose(x, 1, 0)), Shape.of(2, 12));
        Tensor z = graph.map(A.times(2), graph.slice(y, 1, 3, 7));
        Program program = Programs.lower(graph.output("f", z).build(), Limits.SMALLEST);
        assertEquals(List.of("map_5"), kernels(program.shared()));
        assertEquals(1, program.shared().getFirst().blocks());
    }

    @Test
    void whatIsUsedTwiceLiesInMemory() {
        GraphBuilder graph = new GraphBuilder();
        Tensor y = graph.map(A.sin(), graph.input("x", Shape.of(6)));
        graph.output("f", graph.map(A.plus(1), y)).output("g", graph.map(A.times(2), y));
        Program program = Programs.lower(graph.build(), Limits.SMALLEST);
        assertEquals(List.of("map_1", "map_2", "map_3"), kernels(program.shared()));
    }

    @Test
    void whatChangesLessOftenIsComputedLessOften() {
        GraphBuilder graph = new GraphBuilder();
        Tensor shared = graph.map(A.sin(), graph.input("x", Shape.of(6)));
        Tensor weight = graph.weight("w", Shape.of(6), 1, 1, Tensor.Role.GAIN);
        Tensor own = graph.map(A.times(B), shared, weight);
        Tensor.State state = graph.state("s", Shape.of(6));
        graph.update(state, graph.map(A.plus(B), own, state));
        Program program = Programs.lower(graph.output("f", shared).build(), Limits.SMALLEST);
        assertEquals(List.of("map_1"), kernels(program.shared()));
        assertEquals(List.of("draw_2_constant", "map_3"), kernels(program.network()));
        assertEquals(List.of("map_5"), kernels(program.step()));
        assertEquals(List.of("update_0"), kernels(program.update()));
    }

    @Test
    void scratchThatIsNotNeededAtTheSameTimeSharesAPlace() {
        GraphBuilder graph = new GraphBuilder();
        Tensor.State state = graph.state("s", Shape.of(4, 6));
        Tensor value = state;
        for (int layer = 0; layer < 6; layer++) {
            Tensor sum = graph.reduce(Tensor.Reduction.SUM, value, layer % 2);
            value = graph.map(A.minus(B), value, sum);
        }
        graph.update(state, value);
        Program program = Programs.lower(graph.output("f", value).build(), Limits.SMALLEST);
        long places = program.buffers().stream()
                .filter(buffer -> buffer.kind() == Buffer.Kind.SCRATCH)
                .count();
        assertEquals(12, program.step().size());
        assertEquals(3, places, "a value, its sum, and the next value");
    }

    @Test
    void refusesWhatHasTooManyElements() {
        GraphBuilder graph = new GraphBuilder();
        Tensor wide = graph.expand(graph.input("x", Shape.of(1 << 16, 1)), Shape.of(1 << 16, 1 << 17));
        Graph built =
                graph.output("f", graph.reduce(Tensor.Reduction.SUM, wide, 1)).build();
        String message = assertThrows(UnsupportedGraphException.class, () -> Programs.lower(built, Limits.SMALLEST))
                .getMessage();
        assertTrue(message.contains("cuda") && message.contains("[65536, 131072]"), message);
    }

    @Test
    void tellsAnIndexThatIsNoRow() {
        needsACompiler();
        GraphBuilder graph = new GraphBuilder();
        Tensor rows = graph.input("rows", Shape.of(4));
        graph.output("f", graph.gather(graph.input("table", Shape.of(5, 2)), rows));
        Bindings bindings = new Bindings()
                .input("table", MemorySegment.ofArray(new float[10]))
                .output("f", MemorySegment.ofArray(new float[8]));
        try (Session session =
                new HostBackend(Limits.SMALLEST).compile(graph.build()).open(1)) {
            session.run(bindings.input("rows", MemorySegment.ofArray(new float[] {0, 4, 2, 1})));
            for (float wrong : new float[] {5, -1, 1.5f, Float.NaN}) {
                bindings.input("rows", MemorySegment.ofArray(new float[] {0, 4, wrong, 1}));
                String message = assertThrows(IllegalArgumentException.class, () -> session.run(bindings))
                        .getMessage();
                assertEquals(
                        "gather: index " + wrong
                                + " at position 2 is no row of the table [5, 2], it must be a whole number"
                                + " below 5, not negative",
                        message);
            }
        }
    }

    /** 200,000 numbers, so that the middle and the tails of the quantile and both ways of the logarithm occur. */
    @ParameterizedTest
    @EnumSource(
            value = Initialisation.Distribution.class,
            names = {"UNIFORM", "NORMAL"})
    void drawsManyWeightsWithTheBitsOfTheDefinition(Initialisation.Distribution distribution) {
        needsACompiler();
        int size = 200_001;
        GraphBuilder graph = new GraphBuilder();
        Tensor weight = graph.weight("w", Shape.of(size), 3, 4, Tensor.Role.WEIGHT);
        Graph built = graph.output("f", graph.map(A.times(1), weight)).build();
        Initialisation initialisation =
                new Initialisation(distribution, Initialisation.Scale.ABSOLUTE, 1, true, false, 3);
        float[] found = new float[size];
        try (Session session = new HostBackend(Limits.SMALLEST).compile(built).open(1)) {
            session.run(new Bindings()
                    .weights(new Weights.Drawn(initialisation, 9, new long[] {0xFFFFFFF1L}, new double[] {3.7}))
                    .output("f", MemorySegment.ofArray(found)));
        }
        float[] expected = new float[size];
        initialisation.draw(built.weights().getFirst(), 9, 0xFFFFFFF1L, 3.7, new RandomStream(), expected);
        assertArrayEquals(expected, found);
    }

    @Test
    void theSameGraphHasTheSameText() {
        Stream.of(Examples.step(), Examples.map())
                .forEach(graph -> assertEquals(
                        Programs.lower(graph, Limits.SMALLEST).source(),
                        Programs.lower(graph, Limits.SMALLEST).source()));
    }
}
