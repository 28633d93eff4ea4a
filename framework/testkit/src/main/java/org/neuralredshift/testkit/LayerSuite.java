package org.neuralredshift.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.neuralredshift.api.annotation.Api.Stability.STABLE;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.neuralredshift.api.annotation.Api;
import org.neuralredshift.api.compute.Backend;
import org.neuralredshift.api.compute.Bindings;
import org.neuralredshift.api.compute.UnsupportedGraphException;
import org.neuralredshift.api.data.Grid;
import org.neuralredshift.api.expression.Derivative;
import org.neuralredshift.api.expression.Evaluation;
import org.neuralredshift.api.expression.Scalar;
import org.neuralredshift.api.graph.Graph;
import org.neuralredshift.api.graph.Listing;
import org.neuralredshift.api.graph.ShapeException;
import org.neuralredshift.api.graph.Tensor;
import org.neuralredshift.api.network.Architecture;
import org.neuralredshift.api.network.Layer;
import org.neuralredshift.api.parameter.Parameters;
import org.neuralredshift.testkit.plain.Differences;
import org.neuralredshift.testkit.plain.Interpretation;
import org.neuralredshift.testkit.plain.Place;
import org.neuralredshift.testkit.plain.Programs;
import org.opentest4j.TestAbortedException;

/**
 * What a layer must be: it declares the same weights each time, stands in the first hidden layer and in later ones or says why
 * it cannot, treats each point by itself, gives finite numbers, and can be differentiated.
 *
 * <pre>{@code
 * class HighwayTest extends LayerSuite {
 *     protected List<Layer> extensions() {
 *         return List.of(new Highway());
 *     }
 * }
 * }</pre>
 */
@Api(STABLE)
public abstract class LayerSuite extends ExtensionSuite<Layer> {
    private static final int WIDTH = 5;
    private static final Grid GRID = Grid.uniform(3, 2);
    /** A magnitude next to 1: what it makes of a network tells how far rounding may move it. */
    private static final double MOVED = 1.000001;

    /** For test classes. */
    protected LayerSuite() {}

    /** Backends that must agree; those that the test path offers as services, unless overridden. */
    protected List<Backend> backends() {
        return Backends.onTheTestPath();
    }

    private interface Check {
        void of(Place place, Architecture network);
    }

    /** One test for each variant, of all networks in which it is not refused. */
    private Stream<DynamicTest> eachVariant(Check check) {
        List<DynamicTest> tests = new ArrayList<>();
        for (Layer layer : extensions()) {
            for (Parameters variant : variants(layer)) {
                tests.add(DynamicTest.dynamicTest(name(layer, variant), () -> {
                    int accepted = 0;
                    for (Place place : Place.values()) {
                        Architecture network = place.network(layer, variant, WIDTH);
                        if (graph(layer, network, GRID.points()).isPresent()) {
                            accepted++;
                            check.of(place, network);
                        }
                    }
                    assertTrue(accepted > 0, "it is refused wherever a layer can stand");
                }));
            }
        }
        return tests.stream();
    }

    /** Empty if the layer refuses to stand there. */
    private static Optional<Graph> graph(Layer layer, Architecture network, int points) {
        try {
            return Optional.of(network.graph(points));
        } catch (ShapeException e) {
            String message = String.valueOf(e.getMessage());
            assertFalse(message.contains(": gives "), () -> "a layer gives [points, features]: " + message);
            boolean named = e.place().endsWith("/" + layer.id()) || e.place().contains("/" + layer.id() + "-");
            assertTrue(
                    named || message.contains("read-out"),
                    () -> "a refusal must name the layer: throw graph.error(...) instead of '" + message + "'");
            return Optional.empty();
        }
    }

    /** It stands somewhere; where it cannot, a {@link ShapeException} names it. */
    @TestFactory
    public Stream<DynamicTest> standsWhereItFitsAndSaysWhereNot() {
        return eachVariant((place, network) -> {});
    }

    /** Weights have the same names, ordinals, shapes and roles each time, at any number of points: random numbers hang on them. */
    @TestFactory
    public Stream<DynamicTest> declaresTheSameWeightsEachTime() {
        return eachVariant((place, network) -> {
            assertEquals(
                    Listing.of(network.graph(GRID.points())),
                    Listing.of(network.graph(GRID.points())),
                    () -> "in the place " + place + " a second graph differs from the first: a layer keeps nothing");
            assertEquals(
                    network.graph(1).weights(),
                    network.graph(4096).weights(),
                    () -> "in the place " + place + " weights depend on the number of points");
            for (Tensor.Weight weight : network.graph(1).weights()) {
                assertTrue(
                        weight.shape().size() > 0 && weight.fanIn() > 0 && weight.fanOut() > 0,
                        () -> "weight " + weight.name() + " " + weight.shape() + " has a fan-in of " + weight.fanIn()
                                + " and a fan-out of " + weight.fanOut() + ": all are at least 1");
            }
        });
    }

    /** Random networks with it are finite, and their functions differ from seed to seed. */
    @TestFactory
    public Stream<DynamicTest> givesFiniteNumbers() {
        return eachVariant((place, network) -> {
            double[] first = interpreted(network, GRID, 0);
            for (double value : first) {
                assertTrue(Double.isFinite(value), () -> "in the place " + place + " a network of seed 1 has " + value);
            }
            assertFalse(
                    Arrays.equals(first, interpreted(network, GRID, 1)),
                    () -> "in the place " + place + " networks of seeds 1 and 2 are one function");
        });
    }

    /** A network is a function: its value at a point depends on that point alone. */
    @TestFactory
    public Stream<DynamicTest> treatsEachPointByItself() {
        return eachVariant((place, network) -> {
            Grid one = Grid.uniform(1, 2);
            double middle = interpreted(network, GRID, 0)[GRID.points() / 2];
            double alone = interpreted(network, one, 0)[0];
            assertEquals(
                    middle,
                    alone,
                    1e-12 * Math.max(1, Math.abs(middle)),
                    () -> "in the place " + place + " the value at 0 depends on the other points");
        });
    }

    private static double[] interpreted(Architecture network, Grid grid, int number) {
        return interpreted(network, bindings(grid, 1), grid, number);
    }

    private static double[] interpreted(Architecture network, Bindings bindings, Grid grid, int number) {
        Graph graph = network.graph(grid.points());
        return new Interpretation(graph, bindings, number).elements(Programs.output(graph));
    }

    private static Bindings bindings(Grid grid, double magnitude) {
        return Programs.random(grid, Programs.GLOROT, magnitude, 1, 2, 3);
    }

    /** Every derivative that training takes is finite where a random network takes it; indices are no function of weights. */
    @TestFactory
    public Stream<DynamicTest> canBeDifferentiated() {
        return eachVariant((place, network) -> {
            Graph graph = network.graph(GRID.points());
            Interpretation meaning = new Interpretation(graph, bindings(GRID, 1), 0);
            for (Tensor tensor : graph.tensors()) {
                switch (tensor) {
                    case Tensor.Map map -> assertSlopes(map, meaning);
                    case Tensor.Gather gather -> assertFixed(gather.indices());
                    case Tensor.ScatterAdd scatter -> assertFixed(scatter.indices());
                    default -> {}
                }
            }
        });
    }

    /** The gradient by all weights is that of finite differences in float64, so that networks with it can be trained. */
    @TestFactory
    public Stream<DynamicTest> hasTheGradientOfItsDifferences() {
        return eachVariant((place, network) -> {
            String difference = Differences.ofNetwork(network.graph(GRID.points()), bindings(GRID, 1), 0);
            assertEquals("", difference, () -> "in the place " + place);
        });
    }

    private static void assertSlopes(Tensor.Map map, Interpretation meaning) {
        int count = map.operands().size();
        double[][] operands = new double[count][];
        for (int i = 0; i < count; i++) {
            operands[i] = meaning.stretched(map.operands().get(i), map.shape());
        }
        for (int i = 0; i < count; i++) {
            Scalar slope = Derivative.of(map.expression(), i);
            for (int element = 0; element < operands[i].length; element++) {
                double[] at = new double[count];
                for (int operand = 0; operand < count; operand++) {
                    at[operand] = operands[operand][element];
                }
                double value = Evaluation.of(slope, at);
                int operand = i;
                assertTrue(
                        Double.isFinite(value),
                        () -> "the derivative of " + map.expression() + " by operand " + operand + " at "
                                + Arrays.toString(at) + " is " + value);
            }
        }
    }

    private static void assertFixed(Tensor indices) {
        assertFalse(indices.perNetwork(), "indices depend on weights: rows have no gradient by their number");
    }

    /** Every backend gives what the definition gives, or says which operation it does not run. */
    @TestFactory
    public Stream<DynamicTest> isTheSameOnEveryBackend() {
        return backends().stream()
                .flatMap(backend -> eachVariant((place, network) -> agree(place, network, backend))
                        .map(test -> DynamicTest.dynamicTest(
                                test.getDisplayName() + " on " + backend.id(), test.getExecutable())));
    }

    private static void agree(Place place, Architecture network, Backend backend) {
        float[] found;
        try {
            found = Programs.run(backend, network.graph(GRID.points()), bindings(GRID, 1));
        } catch (UnsupportedGraphException e) {
            throw new TestAbortedException("in the place " + place + ": " + e.getMessage(), e);
        }
        for (int number = 0; number < 3; number++) {
            double[] expected = interpreted(network, GRID, number);
            double[] moved = interpreted(network, bindings(GRID, MOVED), GRID, number);
            double error = 3e-5;
            for (int point = 0; point < expected.length; point++) {
                error = Math.max(error, 4 * Math.abs(moved[point] - expected[point]));
            }
            for (int point = 0; point < expected.length; point++) {
                assertEquals(
                        expected[point],
                        found[number * expected.length + point],
                        error * Math.max(1, Math.abs(expected[point])),
                        "in the place " + place + " on backend " + backend.id());
            }
        }
    }
}
