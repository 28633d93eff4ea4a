package org.neuralredshift.api.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Names and ordinals of weights: what the random numbers of a network depend on. */
class ScopeTest {
    private final GraphBuilder graph = new GraphBuilder();

    private Tensor.Weight weight(String name, Tensor.Role role) {
        return (Tensor.Weight) graph.weight(name, Shape.of(2), 1, 1, role);
    }

    private static void assertDeclared(String name, int ordinal, Tensor.Weight weight) {
        assertEquals(name, weight.name());
        assertEquals(ordinal, weight.ordinal());
    }

    @Test
    void aPartThatJoinsLeavesTheRandomNumbersOfOthersAlone() {
        for (int number = 0; number < 2; number++) {
            String scope = "hidden" + (number + 1);
            graph.scope(scope).part("dense");
            assertDeclared(scope + ".weight", 2 * number, weight("weight", Tensor.Role.WEIGHT));
            assertDeclared(scope + ".bias", 2 * number + 1, weight("bias", Tensor.Role.BIAS));
            graph.part("gating");
            int second = (1 << 30) + 2 * number;
            assertDeclared(scope + ".gating.weight", second, weight("weight", Tensor.Role.WEIGHT));
            assertDeclared(scope + ".gating.bias", second + 1, weight("bias", Tensor.Role.BIAS));
        }
    }

    @Test
    void whatIsNotRandomTakesNoRandomNumbersFromOthers() {
        graph.scope("hidden1").part("layer-norm");
        assertDeclared("hidden1.layer-norm.gain", 1 << 30, weight("gain", Tensor.Role.GAIN));
        assertDeclared("hidden1.layer-norm.offset", (1 << 30) + 1, weight("offset", Tensor.Role.OFFSET));
        graph.part("dense");
        assertDeclared("hidden1.weight", 0, weight("weight", Tensor.Role.WEIGHT));
        graph.scope("encoding").part("fourier-lattice");
        assertDeclared("encoding.phase", 1, weight("phase", Tensor.Role.PHASE));
    }

    @Test
    void errorsNameThePart() {
        graph.scope("hidden2").part("residual");
        ShapeException e = graph.error("does not fit");
        assertEquals("layer hidden2/residual: does not fit", e.getMessage());
        assertEquals("hidden2/residual", e.place());
    }
}
