package org.neuralredshift.layers;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.neuralredshift.api.graph.ShapeException;

/** Layers that combine the value with something else. */
class CombinationsTest {
    private static final double[] INPUT = {10, 20, 30, 40};

    @Test
    void thePapersResidualAddsTheArgumentOfTheActivation() {
        float[] result = new Bench(new Residual(), "form=paper")
                .argument(2, 100, 200, 300, 400)
                .apply(2, 2, INPUT, 2, 1, 2, 3, 4);
        assertArrayEquals(new float[] {101, 202, 303, 404}, result);
    }

    @Test
    void theTextbooksResidualAddsTheInput() {
        float[] result = new Bench(new Residual(), "form=textbook")
                .argument(2, 100, 200, 300, 400)
                .apply(2, 2, INPUT, 2, 1, 2, 3, 4);
        assertArrayEquals(new float[] {11, 22, 33, 44}, result);
    }

    @Test
    void theFirstHiddenLayerHasNoTextbookConnection() {
        assertArrayEquals(
                new float[] {1, 2, 3},
                new Bench(new Residual(), "form=textbook").first().apply(3, 2, new double[] {10, 20}, 3, 1, 2, 3));
    }

    @Test
    void differentShapesAreRefusedWithTheLayerAndBothShapes() {
        assertRefused(
                "layer hidden2/residual: residual sum: shapes [1, 3] and [1, 2] differ",
                () -> new Bench(new Residual(), "form=textbook").apply(3, 2, new double[] {10, 20}, 3, 1, 2, 3));
        assertRefused(
                "layer hidden2/residual: residual sum: shapes [1, 3] and [1, 1] differ",
                () -> new Bench(new Residual(), "").argument(1, 5).apply(3, 2, new double[] {10, 20}, 3, 1, 2, 3));
    }

    @Test
    void thePapersResidualNeedsAnActivationBeforeIt() {
        assertRefused("put residual after the activation", () -> new Bench(new Residual(), "").apply(2, 2, INPUT));
    }

    private static void assertRefused(String part, Runnable building) {
        String message = assertThrows(ShapeException.class, building::run).getMessage();
        assertTrue(message.contains(part), message);
    }

    /** Gates of arguments ln 3, -ln 3 and 0: 3/4, 1/4 and 1/2. */
    @Test
    void gatingMultipliesByTheLogisticFunctionOfASecondDenseLayer() {
        double ln3 = Math.log(3);
        float[] result = new Bench(new Gating(), "")
                .weight("weight", ln3, 0, 0, -ln3, 1, 1)
                .weight("bias", 0, 0, -2)
                .apply(7, 2, new double[] {1, 1}, 3, 8, 16, -10);
        assertArrayEquals(new float[] {6, 4, -5}, result, 1e-6f);
    }

    @Test
    void aPrefactorMultipliesByAConstant() {
        assertArrayEquals(new float[] {-3, 6, 12}, new Bench(new Prefactor(), "factor=3").apply(9, 3, -1, 2, 4));
        assertArrayEquals(new float[] {-1, 2}, new Bench(new Prefactor(), "").apply(9, 2, -1, 2));
    }

    @Test
    void shorthandsPutNormalisationAndPrefactorBeforeTheActivation() {
        assertTrue(new LayerNorm().beforeActivation() && new Prefactor().beforeActivation());
        assertEquals(false, new Residual().beforeActivation() || new Gating().beforeActivation());
    }
}
