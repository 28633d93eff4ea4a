package org.neuralredshift.testkit.plain;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.neuralredshift.api.compute.Bindings;
import org.neuralredshift.api.expression.Scalar;
import org.neuralredshift.api.expression.Scalar.UnaryOperation;
import org.neuralredshift.api.graph.Gradient;
import org.neuralredshift.api.graph.Graph;
import org.neuralredshift.api.graph.GraphBuilder;
import org.neuralredshift.api.graph.Shape;
import org.neuralredshift.api.graph.Tensor;
import org.neuralredshift.api.network.Architecture;

/** Gradients against differences in float64, and against derivatives worked by hand. */
class GradientTest {
    private static final Scalar A = Scalar.input(0);
    private static final Scalar B = Scalar.input(1);

    /** The cases hold every tensor operation, alone and combined, with weights, scalars and inputs, stretched in every way. */
    @TestFactory
    Stream<DynamicTest> everyOperationHasTheFirstAndSecondDerivativesOfItsDifferences() {
        List<DynamicTest> tests = new ArrayList<>();
        for (int points : new int[] {4, 1, 0}) {
            for (Case each : Cases.of(points)) {
                if (isFinite(each)) {
                    tests.add(DynamicTest.dynamicTest(each.name() + ", points: " + points, () -> {
                        assertEquals("", Differences.of(each.graph(), each.bindings(), 1));
                        Graph second = Differences.gradient(each.graph());
                        assertEquals("", Differences.of(second, each.bindings(), 1), "second derivative");
                    }));
                }
            }
        }
        return tests.stream();
    }

    private static boolean isFinite(Case each) {
        double[] result = new Interpretation(each.graph(), each.bindings(), 1).elements(each.output());
        return Arrays.stream(result).allMatch(Double::isFinite);
    }

    @Test
    void theComparisonWithDifferencesFindsAGradientThatIsWrong() {
        GraphBuilder graph = new GraphBuilder();
        Tensor x = graph.weight("x", Shape.of(3), 1, 1, Tensor.Role.WEIGHT);
        // The derivative of the branch that is taken is 0, but differences see the step.
        Scalar stepped = A.ifLess(Scalar.of(0.5), Scalar.of(0), Scalar.of(1));
        graph.output(Architecture.OUTPUT, graph.map(stepped, x));
        Bindings at = new Bindings().weights(Programs.given(Map.of("x", new float[] {0.5f, 2, -1})));
        assertTrue(Differences.of(graph.build(), at, 0).contains("the gradient gives"));
    }

    /** y = f(x), dy/dx worked from the textbook, at points where results are large, small, and reused. */
    @ParameterizedTest
    @EnumSource(UnaryOperation.class)
    void anElementaryFunctionHasItsDerivative(UnaryOperation operation) {
        for (double x : new double[] {-3, -0.25, 0.5, 2, 40}) {
            double expected = switch (operation) {
                case NEGATE -> -1;
                case ABSOLUTE -> Math.signum(x);
                case EXPONENTIAL -> Math.exp(x);
                case LOGARITHM -> 1 / x;
                case SQUARE_ROOT -> 1 / (2 * Math.sqrt(x));
                case SINE -> Math.cos(x);
                case COSINE -> -Math.sin(x);
                case TANH -> 1 / Math.pow(Math.cosh(x), 2);
                case SIGMOID -> Math.exp(-x) / Math.pow(1 + Math.exp(-x), 2);
                case ERROR_FUNCTION -> 2 / Math.sqrt(Math.PI) * Math.exp(-x * x);
            };
            double found = slope(new Scalar.Unary(operation, A), (float) x);
            double error = 1e-14 * Math.max(1, Math.abs(expected));
            assertEquals(expected, found, Double.isNaN(expected) ? 0 : error, "at " + x);
        }
    }

    private static double slope(Scalar function, float x) {
        GraphBuilder graph = new GraphBuilder();
        Tensor input = graph.input("x", Shape.SCALAR);
        Tensor gradient =
                Gradient.of(graph, graph.map(function, input), List.of(input)).getFirst();
        return values(graph, gradient, x)[0];
    }

    private static double[] values(GraphBuilder graph, Tensor result, float... x) {
        Bindings bindings = new Bindings().input("x", MemorySegment.ofArray(x));
        return new Interpretation(graph.build(), bindings, 0).elements(result);
    }

    @ParameterizedTest
    @ValueSource(floats = {-1e20f, -800, -90, 90, 800, 1e20f})
    void saturatedFunctionsHaveSlopeZeroAndNotNaN(float x) {
        for (Scalar function :
                List.of(A.tanh(), A.sigmoid(), A.erf(), A.squared().negated().exp())) {
            assertEquals(0, slope(function, x), 1e-30, function + " at " + x);
        }
    }

    @Test
    void elementsThatAttainAMaximumTogetherShareItsDerivative() {
        GraphBuilder graph = new GraphBuilder();
        Tensor x = graph.input("x", Shape.of(2, 3));
        Tensor greatest = graph.reduce(Tensor.Reduction.MAXIMUM, x, 1);
        Tensor loss = graph.reduce(Tensor.Reduction.SUM, graph.map(A.times(6), greatest), 0);
        Tensor gradient = Gradient.of(graph, loss, List.of(x)).getFirst();
        assertArrayEquals(new double[] {3, 0, 3, 0, 6, 0}, values(graph, gradient, 5, 1, 5, -2, -1, -3));
    }

    @Test
    void atAKinkTheConventionsOfDerivativesHold() {
        assertEquals(0, slope(A.max(Scalar.of(0)), 0));
        assertEquals(0, slope(A.abs(), 0));
        assertEquals(1, slope(Scalar.of(0).max(A), 0));
    }

    @Test
    void aValueThatIsUsedTwiceGetsBothParts() {
        GraphBuilder graph = new GraphBuilder();
        Tensor x = graph.input("x", Shape.SCALAR);
        Tensor square = graph.map(A.times(B), x, x);
        Tensor loss = graph.map(A.times(B).plus(A), square, x);
        Tensor gradient = Gradient.of(graph, loss, List.of(x)).getFirst();
        assertEquals(3 * 4 + 2 * 2, values(graph, gradient, 2)[0]); // (x^3 + x^2)' = 3 x^2 + 2 x
    }

    @Test
    void whatTheLossDoesNotDependOnHasZeros() {
        GraphBuilder graph = new GraphBuilder();
        Tensor x = graph.input("x", Shape.SCALAR);
        Tensor other = graph.constant(Shape.of(2), 1, 2);
        Tensor gradient =
                Gradient.of(graph, graph.map(A.squared(), x), List.of(other)).getFirst();
        assertEquals(Shape.of(2), gradient.shape());
        assertArrayEquals(new double[2], values(graph, gradient, 2));
    }

    @Test
    void anInnerTensorHasAGradientBesideThoseItDependsOn() {
        GraphBuilder graph = new GraphBuilder();
        Tensor x = graph.input("x", Shape.of(2, 1));
        Tensor swapped = graph.transpose(x, 1, 0);
        Tensor product = graph.matrixProduct(swapped, x);
        List<Tensor> both = Gradient.of(graph, product, List.of(swapped, x));
        assertArrayEquals(new double[] {3, 5}, values(graph, both.get(0), 3, 5));
        assertArrayEquals(new double[] {6, 10}, values(graph, both.get(1), 3, 5));
    }

    @Test
    void aGivenAdjointTakesThePlaceOfALoss() {
        GraphBuilder graph = new GraphBuilder();
        Tensor x = graph.input("x", Shape.of(2));
        Tensor adjoint = graph.constant(Shape.of(2), 10, -1);
        Tensor gradient = Gradient.of(graph, graph.map(A.squared(), x), adjoint, List.of(x))
                .getFirst();
        assertArrayEquals(new double[] {60, -10}, values(graph, gradient, 3, 5));
    }
}
