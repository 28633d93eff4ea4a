package org.neuralredshift.layers;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class LayerNormTest {
    /** Mean 5, variance 5: 1, 4, 7, 8 become -4, -1, 2, 3 over sqrt(7.5); the second point is 1 and -1 times two. */
    @Test
    void everyPointHasMeanZeroAndVarianceOne() {
        double root = Math.sqrt(7.5);
        assertArrayEquals(
                new float[] {
                    (float) (-4 / root), (float) (-1 / root), (float) (2 / root), (float) (3 / root), 1, -1, 1, -1
                },
                new Bench(new LayerNorm(), "epsilon=0").apply(9, 4, 1, 4, 7, 8, 3, 1, 3, 1));
    }

    @Test
    void epsilonIsAddedToTheVariance() {
        assertArrayEquals(new float[] {0.8f, -0.8f}, new Bench(new LayerNorm(), "epsilon=0.5625").apply(2, 2, 2, 0));
        assertArrayEquals(new float[] {0, 0}, new Bench(new LayerNorm(), "").apply(2, 2, 3, 3));
    }

    @Test
    void theScaleOfTheArgumentDoesNotMatter() {
        double[] z = {0.3, -1.25, 2.75, 0.5, -0.875};
        double[] scaled = z.clone();
        for (int i = 0; i < z.length; i++) {
            scaled[i] = 1e6 * (float) z[i];
        }
        float[] once = new Bench(new LayerNorm(), "epsilon=0").apply(5, 5, z);
        assertArrayEquals(once, new Bench(new LayerNorm(), "epsilon=0").apply(5, 5, scaled), 1e-6f);
        assertTrue(once[2] > 1);
    }

    @Test
    void featuresThatAreAllEqualHaveNoScale() {
        assertEquals(Float.NaN, new Bench(new LayerNorm(), "epsilon=0").apply(2, 2, 3, 3)[0]);
    }

    @Test
    void gainAndOffsetAreAppliedInThisOrder() {
        float[] result = new Bench(new LayerNorm(), "epsilon=0,gain=true,offset=true")
                .weight("layer-norm.gain", 10, 100)
                .weight("layer-norm.offset", 5, 7)
                .apply(2, 2, 3, 1);
        assertArrayEquals(new float[] {15, -93}, result);
        assertArrayEquals(
                new float[] {10, -100},
                new Bench(new LayerNorm(), "epsilon=0,gain=true")
                        .weight("layer-norm.gain", 10, 100)
                        .apply(2, 2, 3, 1));
    }
}
