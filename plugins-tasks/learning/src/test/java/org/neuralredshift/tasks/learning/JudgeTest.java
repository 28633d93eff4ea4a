package org.neuralredshift.tasks.learning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.neuralredshift.api.learning.Goal;

class JudgeTest {
    private static final Goal BINARY = new Goal.Binary();

    @Test
    void theLogisticLossIsThatWorkedByHand() {
        // -log σ(0) = log 2; -log σ(log 3) = log(4/3); -log(1 - σ(log 3)) = log 4
        float three = (float) Math.log(3);
        double loss = Judge.loss(BINARY, 1, new float[] {0, three, three}, new float[] {1, 1, 0});
        assertEquals((Math.log(2) + Math.log(4 / 3.0) + Math.log(4)) / 3, loss, 1e-7);
        assertEquals(1e4, Judge.loss(BINARY, 1, new float[] {1e4f}, new float[] {0}), "no overflow");
        assertEquals(0, Judge.loss(BINARY, 1, new float[] {1e4f}, new float[] {1}), "no underflow to NaN");
    }

    @Test
    void theCrossEntropyIsThatWorkedByHand() {
        // softmax of (0, log 2, log 5) is (1, 2, 5) / 8
        float[] outputs = {0, (float) Math.log(2), (float) Math.log(5), 1e4f, 0, 0};
        double loss = Judge.loss(new Goal.Classes(3), 1, outputs, new float[] {1, 0});
        assertEquals(Math.log(4) / 2, loss, 1e-7);
    }

    @Test
    void theSquaredErrorIsAMeanOverRowsAndLabels() {
        float[] outputs = {1, 2, 3, 5};
        float[] labels = {0, 2, 3, 2};
        assertEquals(2.5, Judge.loss(new Goal.Signal(1), 2, outputs, labels));
    }

    @Test
    void aRareClassCountsAsMuchAsAFrequentOne() {
        // three of four ones are right, and the only zero is wrong: (3/4 + 0) / 2
        float[] outputs = {1, 2, 3, -1, 1};
        float[] labels = {1, 1, 1, 1, 0};
        assertEquals(0.375, Judge.accuracy(BINARY, 1, outputs, labels));
    }

    @Test
    void aClassThatNoRowHasDoesNotCount() {
        float[] outputs = {0, 1, 2, 2, 1, 0};
        assertEquals(0.5, Judge.accuracy(new Goal.Classes(3), 1, outputs, new float[] {2, 1}));
    }

    @Test
    void alwaysAnsweringTheSameIsChance() {
        float[] labels = {0, 0, 0, 0, 0, 0, 0, 0, 0, 1};
        assertEquals(0.5, Judge.accuracy(BINARY, 1, new float[10], labels));
    }

    @Test
    void aLevelIsRightWhenTheNearestOneIsThatOfTheLabel() {
        Goal tenths = new Goal.Regression(10);
        // 9 · 0.38 = 3.42 is nearest to 3 = 9 · 3/9; 9 · 0.39 = 3.51 is not
        assertEquals(1, Judge.accuracy(tenths, 1, new float[] {0.38f}, new float[] {3 / 9f}));
        assertEquals(0, Judge.accuracy(tenths, 1, new float[] {0.39f}, new float[] {3 / 9f}));
        assertEquals(0, Judge.accuracy(tenths, 1, new float[] {1e30f}, new float[] {1}));
    }

    @Test
    void notANumberIsNeverRight() {
        float[] nan = {Float.NaN};
        assertFalse(Judge.isAllRight(BINARY, 1, nan, new float[] {0}));
        assertFalse(Judge.isAllRight(BINARY, 1, nan, new float[] {1}));
        assertFalse(Judge.isAllRight(new Goal.Regression(2), 1, nan, new float[] {0}));
        assertFalse(Judge.isAllRight(new Goal.Classes(2), 1, new float[] {Float.NaN, Float.NaN}, new float[] {0}));
    }

    @Test
    void aTieBetweenClassesIsNotRight() {
        assertFalse(Judge.isAllRight(new Goal.Classes(2), 1, new float[] {1, 1}, new float[] {0}));
        assertFalse(Judge.isAllRight(BINARY, 1, new float[] {0}, new float[] {1}));
        assertTrue(Judge.isAllRight(BINARY, 1, new float[] {0.1f, -0.1f}, new float[] {1, 0}));
    }

    @Test
    void theSignalToNoiseRatioIsInDecibels() {
        assertEquals(20, Judge.signalToNoise(1, 0.01), 1e-12);
        assertEquals(26.0206, Judge.signalToNoise(2, 0.01), 1e-4);
        assertEquals(160, Judge.signalToNoise(1, 0), 1e-9);
    }
}
