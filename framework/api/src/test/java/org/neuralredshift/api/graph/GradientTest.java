package org.neuralredshift.api.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.neuralredshift.api.expression.Scalar;
import org.neuralredshift.api.expression.Scalar.UnaryOperation;

/** What the programs of gradients look like; their numbers are compared with differences in the test kit. */
class GradientTest {
    private static final Scalar A = Scalar.input(0);
    private static final Scalar B = Scalar.input(1);

    private final GraphBuilder graph = new GraphBuilder();
    private final Tensor x = graph.input("x", Shape.of(4, 3));

    private Tensor sum(Tensor tensor) {
        Tensor sum = tensor;
        for (int axis = 0; axis < tensor.shape().rank(); axis++) {
            sum = graph.reduce(Tensor.Reduction.SUM, sum, axis);
        }
        return sum;
    }

    /** Counts an operation in an expression that has no parts in common. */
    private static long count(Scalar expression, UnaryOperation operation) {
        return switch (expression) {
            case Scalar.Constant c -> 0;
            case Scalar.Input i -> 0;
            case Scalar.Unary u -> (u.operation() == operation ? 1 : 0) + count(u.operand(), operation);
            case Scalar.Binary b -> count(b.left(), operation) + count(b.right(), operation);
            case Scalar.Select s -> count(s.then(), operation) + count(s.otherwise(), operation);
        };
    }

    @ParameterizedTest
    @EnumSource(
            value = UnaryOperation.class,
            names = {"TANH", "SIGMOID", "EXPONENTIAL"})
    void readsTheResultOfAFunctionInsteadOfComputingItAgain(UnaryOperation operation) {
        Tensor value = graph.map(new Scalar.Unary(operation, A), x);
        Tensor adjoint = graph.input("adjoint", Shape.of(4, 3));
        Tensor.Map gradient =
                (Tensor.Map) Gradient.of(graph, value, adjoint, List.of(x)).getFirst();
        assertEquals(0, count(gradient.expression(), operation));
        assertEquals(List.of(adjoint, value), gradient.operands(), "the argument is not kept for it");
    }

    @Test
    void aSigmoidInsideAFunctionIsComputedOnceInItsDerivative() {
        Tensor value = graph.map(A.times(A.sigmoid()), x);
        Tensor.Map gradient =
                (Tensor.Map) Gradient.of(graph, sum(value), List.of(x)).getFirst();
        assertFalse(gradient.expression().toString().contains("NEGATE"), gradient.expression()::toString);
    }

    @Test
    void aDenseLayerCostsTwoProductsAndItsWeightIsNeverTransposed() {
        Tensor weight = graph.weight("w", Shape.of(5, 3), 3, 5, Tensor.Role.WEIGHT);
        Tensor z = graph.matrixProduct(x, graph.transpose(weight, 1, 0));
        Tensor adjoint = graph.input("adjoint", Shape.of(4, 5));
        List<Tensor> gradients = Gradient.of(graph, z, adjoint, List.of(x, weight));
        Tensor.MatrixProduct byInput = (Tensor.MatrixProduct) gradients.get(0);
        assertSame(adjoint, byInput.left());
        assertSame(weight, byInput.right());
        Tensor.MatrixProduct byWeight = (Tensor.MatrixProduct) gradients.get(1);
        assertEquals(List.of(adjoint), byWeight.left().operands());
        assertSame(x, byWeight.right());
    }

    @Test
    void theAdjointBehindASingleOutputIsAMapThatFusesWithTheNext() {
        Tensor weight = graph.weight("w", Shape.of(1, 3), 3, 1, Tensor.Role.WEIGHT);
        Tensor z = graph.matrixProduct(x, graph.transpose(weight, 1, 0));
        Tensor adjoint = graph.input("adjoint", Shape.of(4, 1));
        Tensor.Map byInput =
                (Tensor.Map) Gradient.of(graph, z, adjoint, List.of(x)).getFirst();
        assertEquals(Shape.of(4, 3), byInput.shape());
        assertEquals(List.of(adjoint, weight), byInput.operands());
    }

    @Test
    void aNumberThatIsAddedPassesItsAdjointOn() {
        Tensor y = graph.input("y", Shape.of(4, 3));
        Tensor adjoint = graph.input("adjoint", Shape.of(4, 3));
        List<Tensor> gradients = Gradient.of(graph, graph.map(A.plus(B), x, y), adjoint, List.of(x, y));
        assertSame(adjoint, gradients.get(0));
        assertSame(adjoint, gradients.get(1));
    }

    @Test
    void onlyWhatIsAskedForIsComputed() {
        Tensor weight = graph.weight("w", Shape.of(3, 2), 3, 2, Tensor.Role.WEIGHT);
        Tensor loss = sum(graph.matrixProduct(x, weight));
        Gradient.of(graph, loss, List.of(weight));
        long products = graph.build().tensors().stream()
                .filter(Tensor.MatrixProduct.class::isInstance)
                .count();
        assertEquals(2, products, "the loss, and the derivative by the weight; none by x");
    }

    @Test
    void sharedGradientsStayShared() {
        assertFalse(Gradient.of(graph, sum(graph.map(A.squared(), x)), List.of(x))
                .getFirst()
                .perNetwork());
    }

    @Test
    void refusesALossThatIsNoNumberAndTensorsOfOthers() {
        String message = assertThrows(ShapeException.class, () -> Gradient.of(graph, x, List.of(x)))
                .getMessage();
        assertEquals("gradient of [4, 3]: a loss is one number, so sum it first", message);
        Tensor foreign = new GraphBuilder().input("x", Shape.SCALAR);
        assertThrows(ShapeException.class, () -> Gradient.of(graph, sum(x), List.of(foreign)));
        assertThrows(ShapeException.class, () -> Gradient.of(graph, x, sum(x), List.of(x)));
        assertTrue(assertThrows(ShapeException.class, () -> Gradient.of(graph, foreign, List.of(x)))
                .getMessage()
                .contains("another graph"));
    }
}
