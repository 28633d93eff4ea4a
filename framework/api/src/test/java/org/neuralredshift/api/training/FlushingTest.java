package org.neuralredshift.api.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.neuralredshift.api.expression.Evaluation;
import org.neuralredshift.api.expression.Scalar;
import org.neuralredshift.api.graph.Graph;
import org.neuralredshift.api.graph.GraphBuilder;
import org.neuralredshift.api.graph.Shape;
import org.neuralredshift.api.graph.Tensor;

class FlushingTest {
    private final GraphBuilder graph = new GraphBuilder();
    private final Tensor x = graph.input("x", Shape.of(4, 3));
    private final Tensor.State weight = graph.state("w", Shape.of(5, 3));
    private final Tensor value = graph.map(Scalar.input(0).times(2), x);

    private Tensor.MatrixProduct flushed(Tensor left, Tensor right) {
        Tensor product = graph.matrixProduct(left, right);
        graph.update(weight, graph.map(Scalar.input(0).times(3), weight)).output("f", product);
        Graph program = Flushing.of(graph.build());
        assertEquals(
                program.tensors().getLast(),
                program.updates().get(weight),
                "states keep their identity, updates are those of the copy");
        return (Tensor.MatrixProduct) program.outputs().get("f");
    }

    private static void assertFlushes(Tensor.Map map) {
        assertEquals(0, Evaluation.of(map.expression(), 1e-19));
        assertEquals(0, Evaluation.of(map.expression(), -1e-30));
        assertEquals(-2e-17, Evaluation.of(map.expression(), -1e-17));
        assertEquals(Double.NaN, Evaluation.of(map.expression(), Double.NaN), "a spoiled network stays one");
    }

    @Test
    void whatEntersAProductHasNothingThatIsTooSmallToMatter() {
        Tensor.MatrixProduct product = flushed(value, graph.transpose(weight, 1, 0));
        assertFlushes((Tensor.Map) product.left());
        assertSame(weight, product.right().operands().getFirst());
    }

    @Test
    void whatEntersAProductTransposedHasNeither() {
        Tensor.MatrixProduct product = flushed(graph.transpose(value, 1, 0), value);
        assertFlushes((Tensor.Map) product.left().operands().getFirst());
        assertSame(product.right(), product.left().operands().getFirst());
    }

    @Test
    void whatEntersAProductRepeatedHasNeither() {
        Tensor repeated = graph.expand(graph.slice(value, 0, 0, 1), Shape.of(4, 3));
        Tensor.MatrixProduct product = flushed(repeated, graph.transpose(weight, 1, 0));
        assertFlushes(
                (Tensor.Map) product.left().operands().getFirst().operands().getFirst());
    }

    @Test
    void allElseStaysAsItIs() {
        Tensor sum = graph.reduce(Tensor.Reduction.SUM, value, 0);
        Graph program = Flushing.of(graph.output("f", sum).build());
        Tensor.Map kept = (Tensor.Map) program.outputs().get("f").operands().getFirst();
        assertEquals(List.of(x), kept.operands());
        assertEquals(2e-19, Evaluation.of(kept.expression(), 1e-19));
    }
}
