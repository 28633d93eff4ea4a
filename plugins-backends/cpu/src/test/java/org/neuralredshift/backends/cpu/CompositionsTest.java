package org.neuralredshift.backends.cpu;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.neuralredshift.api.compute.Backend;
import org.neuralredshift.api.data.Grid;
import org.neuralredshift.api.graph.Graph;

/** Layer normalisation, residuals, gates and what they are made of, against the definition. */
class CompositionsTest {
    private static final Grid GRID = Grid.uniform(13, 2);

    private final Backend vectors = new CpuBackend(Lanes.FLOATS.length(), 0);
    private final Backend singles = new CpuBackend(1, 0);

    static Stream<Arguments> compositions() {
        return Compositions.PARTS.stream()
                .flatMap(parts -> Stream.of("relu", "tanh", "gelu").map(activation -> Arguments.of(parts, activation)));
    }

    @ParameterizedTest
    @MethodSource("compositions")
    void agreeWithTheReference(String parts, String activation) {
        for (int width : new int[] {1, 3, 64, 65}) {
            Graph graph = Compositions.graph(parts, activation, 3, width, GRID.points());
            float[] expected = Networks.evaluate(Networks.reference(), graph, GRID, 3, 1);
            float[] actual = Networks.evaluate(vectors, graph, GRID, 3, 1);
            for (int i = 0; i < expected.length; i++) {
                assertEquals(expected[i], actual[i], 1e-5 + 1e-5 * Math.abs(expected[i]), parts + ", width " + width);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("compositions")
    void giveTheSameBitsWithoutTheVectorApi(String parts, String activation) {
        for (int width : new int[] {1, 31, 64}) {
            Graph graph = Compositions.graph(parts, activation, 2, width, GRID.points());
            assertArrayEquals(
                    Networks.evaluate(singles, graph, GRID, 2, 30), Networks.evaluate(vectors, graph, GRID, 2, 30));
        }
    }
}
