package org.neuralredshift.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.neuralredshift.api.annotation.Api.Stability.STABLE;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.neuralredshift.api.annotation.Api;
import org.neuralredshift.api.compute.Backend;
import org.neuralredshift.api.compute.Bindings;
import org.neuralredshift.api.data.Grid;
import org.neuralredshift.api.expression.Derivative;
import org.neuralredshift.api.expression.Evaluation;
import org.neuralredshift.api.expression.Scalar;
import org.neuralredshift.api.graph.Gradient;
import org.neuralredshift.api.graph.Graph;
import org.neuralredshift.api.graph.GraphBuilder;
import org.neuralredshift.api.graph.Listing;
import org.neuralredshift.api.graph.Shape;
import org.neuralredshift.api.graph.Tensor;
import org.neuralredshift.api.network.Activation;
import org.neuralredshift.api.network.Architecture;
import org.neuralredshift.api.network.Arguments;
import org.neuralredshift.api.network.Part;
import org.neuralredshift.api.parameter.Parameter;
import org.neuralredshift.api.parameter.Parameters;
import org.neuralredshift.testkit.plain.Differences;
import org.neuralredshift.testkit.plain.Interpretation;
import org.neuralredshift.testkit.plain.PlainDense;
import org.neuralredshift.testkit.plain.Programs;
import org.neuralredshift.testkit.plain.SinglePrecision;

/**
 * What an activation must be: an expression that does not change, with the slope that its differences show, finite wherever a
 * network may drive it, and the same in float32 and on every backend.
 *
 * <pre>{@code
 * class IsruTest extends ActivationSuite {
 *     protected List<Activation> extensions() {
 *         return List.of(new Isru());
 *     }
 * }
 * }</pre>
 */
@Api(STABLE)
public abstract class ActivationSuite extends ExtensionSuite<Activation> {
    private static final double[] USUAL = {-30, -3.3, -0.7, -1e-3, 1e-6, 0.4, 1.3, 3, 9};
    private static final double[] FAR = {-1e20, -1e4, -800, -100, -20, 20, 90, 800, 1e4, 1e20};

    /** For test classes. */
    protected ActivationSuite() {}

    /** How far out values and slopes must be finite in float32: 1e20 unless the function itself is larger there. */
    protected double farthest(Activation activation) {
        return 1e20;
    }

    /** Where slopes are compared with differences; 0 is one of them, for the convention that holds there. */
    protected double[] points(Activation activation) {
        return new double[] {-3.3, -1, -0.2, 0, 0.4, 1.3, 5};
    }

    /** The value by a plain definition, written without expressions; empty if there is none to compare with. */
    protected OptionalDouble definition(Activation activation, Parameters parameters, double x) {
        return OptionalDouble.empty();
    }

    /** Backends that must agree; those that the test path offers as services, unless overridden. */
    protected List<Backend> backends() {
        return Backends.onTheTestPath();
    }

    /** Equal arguments give equal expressions, from any object of the class. */
    @TestFactory
    public Stream<DynamicTest> isTracedTheSameEachTime() {
        List<? extends Activation> again = extensions();
        return each(activation -> {
            Activation other = again.stream()
                    .filter(candidate -> candidate.id().equals(activation.id()))
                    .findFirst()
                    .orElseThrow();
            List<String> first = Listing.of(function(activation));
            assertEquals(first, Listing.of(function(activation)), "a second trace differs");
            assertEquals(first, Listing.of(function(other)), "the trace of another object differs");
        });
    }

    /** The slope lies between the differences to the left and to the right: between both slopes at a kink. */
    @TestFactory
    public Stream<DynamicTest> hasTheSlopeOfItsDifferences() {
        return each(activation -> {
            Scalar function = function(activation);
            for (double x : points(activation)) {
                assertSlope("slope", function, Derivative.of(function, 0), x);
            }
            assertEquals(
                    Evaluation.of(Derivative.of(function, 0), 0.0),
                    Evaluation.of(Derivative.of(function, 0), -0.0),
                    1e-12,
                    "the slope at 0 depends on the sign of 0");
        });
    }

    /** The same of the slope itself, wherever the function has no kink: gradients are differentiated once more. */
    @TestFactory
    public Stream<DynamicTest> hasTheSecondSlopeOfItsDifferences() {
        return each(activation -> {
            Scalar function = function(activation);
            Scalar slope = Derivative.of(function, 0);
            for (double x : points(activation)) {
                double[] sides = sides(function, x);
                if (Math.abs(sides[1] - sides[0]) < 1e-3) {
                    assertSlope("second slope", slope, Derivative.of(slope, 0), x);
                }
            }
        });
    }

    private static void assertSlope(String what, Scalar function, Scalar derivative, double x) {
        double[] sides = sides(function, x);
        double low = Math.min(sides[0], sides[1]);
        double high = Math.max(sides[0], sides[1]);
        double rounding = 1e-8 * Math.max(1, Math.max(Math.abs(low), Math.abs(Evaluation.of(function, x))));
        double slope = Evaluation.of(derivative, x);
        assertTrue(
                slope >= low - rounding && slope <= high + rounding,
                () -> "the " + what + " at " + x + " is " + slope + ", but differences give " + sides[0]
                        + " to the left and " + sides[1] + " to the right: does a selection take a constant there?");
    }

    /** Slopes of the parabolas through three points to the left and to the right, which a bend does not mislead. */
    private static double[] sides(Scalar function, double x) {
        double step = 1e-5 * Math.max(1, Math.abs(x));
        return new double[] {side(function, x, -step), side(function, x, step)};
    }

    private static double side(Scalar function, double x, double step) {
        double here = Evaluation.of(function, x);
        double near = Evaluation.of(function, x + step);
        double far = Evaluation.of(function, x + 2 * step);
        return (4 * near - far - 3 * here) / (2 * step);
    }

    /** In a network with prefactors, the gradient by all weights and prefactors is that of finite differences in float64. */
    @TestFactory
    public Stream<DynamicTest> trainsWithTheGradientOfItsDifferences() {
        return each(activation -> {
            Part.Layered dense = new Part.Layered(new PlainDense(), Parameters.NONE);
            Arguments arguments = Arguments.constant(activation.parameters().defaults());
            Part activated = new Part.Activated(activation, arguments, true);
            Architecture network = new Architecture(2, 1, 2, 4, List.of(), List.of(dense, activated), dense);
            Grid grid = Grid.uniform(2, 2);
            Bindings bindings =
                    Programs.random(grid, Programs.GLOROT, 1, 1).scalar(Architecture.PREFACTOR, new float[] {1.25f});
            assertEquals("", Differences.ofNetwork(network.graph(grid.points()), bindings, 0));
        });
    }

    /** The graph of the gradient gives the slope, also where the function saturates: nothing there is 0 / 0 or infinity - infinity. */
    @TestFactory
    public Stream<DynamicTest> hasAGradientThatIsFiniteFarOut() {
        return each(activation -> {
            Scalar function = function(activation);
            Scalar slope = Derivative.of(function, 0);
            double[] points = lawful(activation, both(both(USUAL, FAR), points(activation)));
            Graph gradient = gradient(function, points.length);
            float[] x = floats(points);
            Bindings bindings = new Bindings().input("x", MemorySegment.ofArray(x));
            double[] found = new Interpretation(gradient, bindings, 0).elements(Programs.output(gradient));
            for (int i = 0; i < x.length; i++) {
                double expected = Evaluation.of(slope, x[i]);
                double error = 1e-12 * Math.max(1, Math.max(Math.abs(expected), Math.abs(x[i])));
                assertEquals(expected, found[i], error, "the gradient at " + x[i]);
            }
        });
    }

    /** The derivative of the sum of the function over numbers {@code x}, by each of them. */
    private static Graph gradient(Scalar function, int numbers) {
        GraphBuilder graph = new GraphBuilder();
        Tensor x = graph.input("x", Shape.of(numbers, 1));
        Tensor sum = graph.reduce(Tensor.Reduction.SUM, graph.map(function, x), 0);
        Tensor gradient = Gradient.of(graph, sum, List.of(x)).getFirst();
        return graph.output(Architecture.OUTPUT, gradient).build();
    }

    private static float[] floats(double[] numbers) {
        float[] floats = new float[numbers.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) numbers[i];
        }
        return floats;
    }

    /** Value, slope and second slope are finite as far out as {@link #farthest} says. */
    @TestFactory
    public Stream<DynamicTest> isFiniteFarOut() {
        return each(activation -> {
            Scalar function = function(activation);
            Scalar slope = Derivative.of(function, 0);
            Scalar second = Derivative.of(slope, 0);
            for (double x : lawful(activation, FAR)) {
                assertFinite(Evaluation.of(function, x), "the value", x);
                assertFinite(Evaluation.of(slope, x), "the slope", x);
                assertFinite(Evaluation.of(second, x), "the second slope", x);
                assertFinite(SinglePrecision.of(function, (float) x), "the value in float32", x);
                assertFinite(SinglePrecision.of(slope, (float) x), "the slope in float32", x);
            }
        });
    }

    private static void assertFinite(double value, String what, double x) {
        assertTrue(Double.isFinite(value), () -> what + " at " + x + " is " + value);
    }

    /** Rounding every operation to float32, and computing both branches of each selection, changes next to nothing. */
    @TestFactory
    public Stream<DynamicTest> isTheSameInFloat32() {
        return each(activation -> {
            Scalar function = function(activation);
            Scalar slope = Derivative.of(function, 0);
            for (double x : lawful(activation, both(USUAL, FAR))) {
                assertClose("value", function, (float) x, SinglePrecision.of(function, (float) x));
                assertClose("slope", slope, (float) x, SinglePrecision.of(slope, (float) x));
            }
        });
    }

    /** Up to 2e-6 of the value, or what the rounding of x itself makes of it. */
    private static void assertClose(String what, Scalar function, float x, float found) {
        double expected = Evaluation.of(function, x);
        if (Double.isNaN(expected)) {
            assertTrue(Float.isNaN(found), () -> "the " + what + " at " + x + " is " + found + ", but must be NaN");
            return;
        }
        if (Float.isNaN(x)) {
            assertEquals(expected, found, 2e-6 * Math.max(1, Math.abs(expected)), () -> "the " + what + " at NaN");
            return;
        }
        double moved = Math.abs(x * Evaluation.of(Derivative.of(function, 0), x));
        double scale = Math.max(1, Math.abs(expected)) * Math.clamp(Math.abs(x), 1, 100);
        assertEquals(expected, found, 2e-6 * Math.max(moved, scale), () -> "the " + what + " at " + x);
    }

    /** NaN in gives NaN out: a network that has lost its values is told from one that has not. */
    @TestFactory
    public Stream<DynamicTest> keepsNotANumber() {
        return each(activation -> assertEquals(
                Double.NaN, Evaluation.of(function(activation), Double.NaN), "a selection makes a number of NaN"));
    }

    /** A study may set every parameter to its bounds, and that makes another function. */
    @TestFactory
    public Stream<DynamicTest> everyParameterMattersAndItsBoundsAreSafe() {
        return each(activation -> {
            Map<String, Parameters> bounds = bounds(activation);
            bounds.forEach((setting, parameters) -> {
                Scalar function = function(activation, parameters);
                Scalar slope = Derivative.of(function, 0);
                for (double x : lawful(activation, new double[] {-1e20, -30, -0.7, 0, 0.4, 3, 1e20})) {
                    assertFinite(SinglePrecision.of(function, (float) x), setting + ": the value in float32", x);
                    assertFinite(SinglePrecision.of(slope, (float) x), setting + ": the slope in float32", x);
                }
            });
            for (Parameter parameter : activation.parameters().parameters()) {
                assertTrue(
                        bounds.entrySet().stream()
                                .filter(bound -> bound.getKey().startsWith(parameter.name() + "="))
                                .anyMatch(bound -> differs(activation, bound.getValue())),
                        () -> "the parameter " + parameter.name()
                                + " changes nothing: an activation receives those that" + " are numbers");
            }
        });
    }

    private static boolean differs(Activation activation, Parameters parameters) {
        Scalar usual = function(activation);
        Scalar other = function(activation, parameters);
        return Arrays.stream(USUAL).anyMatch(x -> Math.abs(Evaluation.of(usual, x) - Evaluation.of(other, x)) > 1e-6);
    }

    /** Parameters may be inputs of the program instead of constants. */
    @TestFactory
    public Stream<DynamicTest> takesItsParametersAtRunTime() {
        return each(activation -> {
            Parameters defaults = activation.parameters().defaults();
            Map<String, Scalar> inputs = new HashMap<>();
            double[] numbers = new double[defaults.values().size() + 1];
            defaults.values().forEach((name, value) -> {
                if (value instanceof Number number) {
                    numbers[inputs.size() + 1] = number.doubleValue();
                    inputs.put(name, Scalar.input(inputs.size() + 1));
                }
            });
            Scalar function = activation.apply(Scalar.input(0), new Arguments(inputs));
            for (double x : USUAL) {
                numbers[0] = x;
                assertEquals(Evaluation.of(function(activation), x), Evaluation.of(function, numbers), "at " + x);
            }
        });
    }

    /** The value is that of {@link #definition}, if there is one, for all bounds of the parameters. */
    @TestFactory
    public Stream<DynamicTest> givesWhatItsDefinitionGives() {
        return each(activation -> {
            Parameters defaults = activation.parameters().defaults();
            Assumptions.assumeTrue(
                    Arrays.stream(points(activation))
                            .anyMatch(x -> definition(activation, defaults, x).isPresent()),
                    "there is no definition to compare with: override definition()");
            Map<String, Parameters> settings = new HashMap<>(bounds(activation));
            settings.put("all parameters at default", defaults);
            settings.forEach((setting, parameters) -> {
                Scalar function = function(activation, parameters);
                for (double x : both(USUAL, points(activation))) {
                    definition(activation, parameters, x).ifPresent(expected -> {
                        double error = 1e-12 * Math.max(1, Math.abs(expected));
                        assertEquals(expected, Evaluation.of(function, x), error, setting + " at " + x);
                    });
                }
            });
        });
    }

    /** Every backend gives the value and the slope, near and far. */
    @TestFactory
    public Stream<DynamicTest> isTheSameOnEveryBackend() {
        return backends().stream()
                .flatMap(backend -> extensions().stream()
                        .map(activation -> DynamicTest.dynamicTest(
                                activation.id() + " on " + backend.id(), () -> agree(activation, backend))));
    }

    private void agree(Activation activation, Backend backend) {
        double[] near = lawful(activation, both(both(USUAL, FAR), points(activation)));
        float[] points = new float[101 + near.length];
        for (int i = 0; i < 100; i++) {
            points[i] = (i - 49.5f) * 0.25f;
        }
        points[100] = Float.NaN;
        System.arraycopy(floats(near), 0, points, 101, near.length);
        Scalar function = function(activation);
        Scalar slope = Derivative.of(function, 0);
        float[] values = Programs.map(backend, function, points);
        float[] slopes = Programs.map(backend, slope, points);
        float[] gradients = Programs.run(
                backend, gradient(function, points.length), new Bindings().input("x", MemorySegment.ofArray(points)));
        for (int i = 0; i < points.length; i++) {
            assertClose("value on " + backend.id(), function, points[i], values[i]);
            assertClose("slope on " + backend.id(), slope, points[i], slopes[i]);
            assertClose("gradient on " + backend.id(), slope, points[i], gradients[i]);
        }
    }

    private double[] lawful(Activation activation, double[] points) {
        return Arrays.stream(points)
                .filter(x -> Math.abs(x) <= farthest(activation))
                .toArray();
    }

    private static double[] both(double[] some, double[] others) {
        return DoubleStream.concat(Arrays.stream(some), Arrays.stream(others)).toArray();
    }

    private static Scalar function(Activation activation) {
        return function(activation, activation.parameters().defaults());
    }

    private static Scalar function(Activation activation, Parameters parameters) {
        return activation.apply(Scalar.input(0), Arguments.constant(parameters));
    }
}
