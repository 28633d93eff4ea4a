package org.neuralredshift.layers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.neuralredshift.api.expression.Scalar;
import org.neuralredshift.api.graph.GraphBuilder;
import org.neuralredshift.api.graph.Shape;
import org.neuralredshift.api.graph.ShapeException;
import org.neuralredshift.api.graph.Tensor;
import org.neuralredshift.api.network.Stage;
import org.neuralredshift.api.parameter.Parameters;

class DenseTest {
    private final GraphBuilder graph = new GraphBuilder();

    @Test
    void isTheFormThatBackendsRecognise() {
        Tensor x = graph.input("x", Shape.of(9, 2));
        graph.scope("hidden1");
        Tensor z = new Dense().apply(graph, new Stage(x, x, Optional.empty(), 5, true), Parameters.NONE);

        assertEquals(Shape.of(9, 5), z.shape());
        Tensor.Map sum = assertInstanceOf(Tensor.Map.class, z);
        assertEquals(Scalar.input(0).plus(Scalar.input(1)), sum.expression());
        Tensor.MatrixProduct product =
                assertInstanceOf(Tensor.MatrixProduct.class, sum.operands().get(0));
        assertEquals(x, product.left());
        Tensor.Transpose transpose = assertInstanceOf(Tensor.Transpose.class, product.right());
        assertEquals(List.of(1, 0), transpose.order());
        assertEquals(
                new Tensor.Weight("hidden1.weight", 0, Shape.of(5, 2), 2, 5, Tensor.Role.WEIGHT), transpose.operand());
        assertEquals(
                new Tensor.Weight("hidden1.bias", 1, Shape.of(5), 2, 5, Tensor.Role.BIAS),
                sum.operands().get(1));
    }

    @Test
    void rejectsDataThatIsNoMatrixAndNamesTheLayer() {
        Tensor x = graph.input("x", Shape.of(2));
        graph.scope("hidden1");
        String message = assertThrows(
                        ShapeException.class,
                        () -> new Dense().apply(graph, new Stage(x, x, Optional.empty(), 5, true), Parameters.NONE))
                .getMessage();
        assertEquals("layer hidden1: matrix product of [2] and [2, 5]: it takes [n, k] and [k, m]", message);
    }
}
