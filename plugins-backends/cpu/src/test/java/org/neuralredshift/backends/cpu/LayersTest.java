package org.neuralredshift.backends.cpu;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.neuralredshift.api.compute.Backend;
import org.neuralredshift.api.data.Grid;
import org.neuralredshift.api.expression.Scalar;
import org.neuralredshift.api.graph.Graph;
import org.neuralredshift.api.graph.GraphBuilder;
import org.neuralredshift.api.graph.Shape;
import org.neuralredshift.api.graph.Tensor;
import org.neuralredshift.api.network.Architecture;
import org.neuralredshift.api.network.Arguments;
import org.neuralredshift.api.network.Layer;
import org.neuralredshift.api.network.Part;
import org.neuralredshift.api.parameter.Parameters;
import org.neuralredshift.layers.FourierFeatures;
import org.neuralredshift.layers.FourierLattice;
import org.neuralredshift.layers.Gating;
import org.neuralredshift.layers.LayerNorm;
import org.neuralredshift.layers.PositionalEncoding;
import org.neuralredshift.layers.Prefactor;
import org.neuralredshift.layers.Residual;

/** The shipped layers on this backend, against the definition. */
class LayersTest {
    private static final Grid GRID = Grid.uniform(13, 2);

    private final Backend vectors = new CpuBackend(Lanes.FLOATS.length(), 0);
    private final Backend singles = new CpuBackend(1, 0);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dense layer-norm tanh",
                "dense tanh layer-norm",
                "dense tanh residual",
                "dense tanh gating",
                "dense prefactor relu",
                "dense layer-norm gelu gating residual"
            })
    void hiddenLayersAgreeWithTheReference(String parts) {
        for (int width : new int[] {1, 3, 64, 65}) {
            agree(network("", parts, 3, width));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"fourier-lattice", "fourier-features", "positional-encoding"})
    void encodingsAgreeWithTheReference(String encoding) {
        for (int depth : new int[] {0, 2}) {
            agree(network(encoding, "dense tanh", depth, 5));
        }
    }

    @Test
    void rowsOfAWeightAreGatheredAnewForEachNetwork() {
        GraphBuilder graph = new GraphBuilder();
        Tensor x = graph.input(Architecture.INPUT, Shape.of(GRID.points(), 2));
        Tensor table = graph.weight("w", Shape.of(3, 2), 2, 3, Tensor.Role.WEIGHT);
        Tensor rows = graph.gather(table, graph.constant(Shape.of(4), 2, 0, 2, 1));
        Tensor product = graph.matrixProduct(x, graph.transpose(rows, 1, 0));
        Tensor part = graph.slice(graph.map(Scalar.input(0).sin(), product), 1, 1, 3);
        Tensor sum = graph.reduce(Tensor.Reduction.SUM, part, 1);
        agree(graph.output(Architecture.OUTPUT, sum).build());
    }

    private void agree(Architecture network) {
        agree(network.graph(GRID.points()));
    }

    private void agree(Graph graph) {
        float[] expected = Networks.evaluate(Networks.reference(), graph, GRID, 2, 1);
        float[] actual = Networks.evaluate(vectors, graph, GRID, 2, 1);
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], actual[i], 2e-5 + 2e-5 * Math.abs(expected[i]));
        }
        assertArrayEquals(Networks.evaluate(singles, graph, GRID, 2, 1), actual);
    }

    private static Architecture network(String encoding, String hidden, int depth, int width) {
        Part.Layered readOut = (Part.Layered) part("dense");
        return new Architecture(2, 1, depth, width, parts(encoding), parts(hidden), readOut);
    }

    private static List<Part> parts(String words) {
        List<Part> parts = new ArrayList<>();
        Stream.of(words.split(" ")).filter(word -> !word.isEmpty()).forEach(word -> parts.add(part(word)));
        return parts;
    }

    private static Part part(String word) {
        return Stream.of(
                        Networks.dense(),
                        new LayerNorm(),
                        new Residual(),
                        new Gating(),
                        new Prefactor(),
                        new FourierLattice(),
                        new FourierFeatures(),
                        new PositionalEncoding())
                .filter(layer -> layer.id().equals(word))
                .findFirst()
                .<Part>map(layer -> new Part.Layered(layer, parameters(layer)))
                .orElseGet(() -> new Part.Activated(Networks.activation(word), new Arguments(Map.of()), false));
    }

    /** A small lattice: sines of large arguments differ by more than the bound. */
    private static Parameters parameters(Layer layer) {
        return layer instanceof FourierLattice
                ? layer.parameters().resolve(Map.of("size", 4))
                : layer.parameters().defaults();
    }
}
