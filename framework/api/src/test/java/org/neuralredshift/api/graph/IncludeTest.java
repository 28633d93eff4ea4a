package org.neuralredshift.api.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.neuralredshift.api.expression.Scalar;

class IncludeTest {
    private static Graph linear() {
        GraphBuilder graph = new GraphBuilder().scope("layer");
        Tensor x = graph.input("x", Shape.of(5, 2));
        Tensor weight = graph.weight("w", Shape.of(2, 3), 2, 3, Tensor.Role.WEIGHT);
        Tensor scaled = graph.map(
                Scalar.input(0).times(Scalar.input(1)), graph.matrixProduct(x, weight), graph.networkScalar("scale"));
        return graph.output("f", scaled).build();
    }

    @Test
    void aProgramIsCopiedWithItsWeightsAsStates() {
        GraphBuilder graph = new GraphBuilder();
        Tensor.State trained = graph.state("layer.w", Shape.of(2, 3));
        Map<String, Tensor> results = graph.include(
                linear(), leaf -> leaf instanceof Tensor.Weight ? Optional.of(trained) : Optional.empty());
        Graph copied = graph.output("f", results.get("f")).build();
        assertTrue(copied.weights().isEmpty());
        assertEquals(List.of(trained), copied.states());
        assertEquals(List.of(new Tensor.Input("x", Shape.of(5, 2))), copied.inputs());
        assertEquals(List.of(new Tensor.NetworkScalar("scale")), copied.networkScalars());
        Tensor.Map scaled = (Tensor.Map) results.get("f");
        assertSame(trained, scaled.operands().getFirst().operands().get(1));
    }

    @Test
    void whatStandsForALeafMustHaveItsShape() {
        GraphBuilder graph = new GraphBuilder();
        Tensor other = graph.input("x", Shape.of(5, 3));
        String message = assertThrows(
                        ShapeException.class,
                        () -> graph.include(
                                linear(), leaf -> leaf instanceof Tensor.Input ? Optional.of(other) : Optional.empty()))
                .getMessage();
        assertEquals("what stands for a Input: shapes [5, 2] and [5, 3] differ", message);
    }

    @Test
    void aStateHasOneUpdateOfItsShape() {
        GraphBuilder graph = new GraphBuilder();
        Tensor.State state = graph.state("s", Shape.of(2));
        Tensor wrong = graph.input("x", Shape.of(3));
        assertThrows(ShapeException.class, () -> graph.update(state, wrong));
        graph.update(state, state);
        assertThrows(ShapeException.class, () -> graph.update(state, state));
    }
}
