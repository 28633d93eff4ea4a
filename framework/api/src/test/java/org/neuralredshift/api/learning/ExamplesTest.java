package org.neuralredshift.api.learning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ExamplesTest {
    private static final float[] INPUTS = {0, 1, 2, 3, 4, 5};
    private static final float[] LABELS = {0, 1, 1};

    private static Examples examples(float[] inputs, float[] labels, int[] train, int[] test, Goal goal) {
        return new Examples(2, 1, inputs, labels, train, Map.of("test", test), goal, Plane.square(1), "numbers");
    }

    private static void refuses(String words, float[] inputs, float[] labels, int[] train, int[] test, Goal goal) {
        IllegalArgumentException e =
                assertThrows(IllegalArgumentException.class, () -> examples(inputs, labels, train, test, goal));
        assertTrue(e.getMessage().contains(words), e.getMessage());
    }

    @Test
    void aTableKnowsItsRowsAndTheOutputsItTakes() {
        Examples examples = examples(INPUTS, LABELS, new int[] {0, 2}, new int[] {1}, new Goal.Classes(5));
        assertEquals(3, examples.count());
        assertEquals(5, examples.outputs());
        assertEquals(
                1,
                examples(INPUTS, LABELS, new int[] {0}, new int[] {1}, new Goal.Binary())
                        .outputs());
        assertEquals(3, new Goal.Signal(1).outputs(3));
    }

    @Test
    void equalNumbersMakeEqualExamples() {
        Examples examples = examples(INPUTS, LABELS, new int[] {0, 2}, new int[] {1}, new Goal.Binary());
        assertEquals(
                examples, examples(INPUTS.clone(), LABELS.clone(), new int[] {0, 2}, new int[] {1}, new Goal.Binary()));
        assertTrue(
                !examples.equals(examples(INPUTS, LABELS, new int[] {0, 1}, new int[] {2}, new Goal.Binary())),
                "another split");
    }

    @Test
    void noRowIsForTrainingAndForATest() {
        refuses(
                "row 2 is in train and in the test set test",
                INPUTS,
                LABELS,
                new int[] {0, 2},
                new int[] {1, 2},
                new Goal.Binary());
    }

    @Test
    void aSetHasEachRowOnceAndNoneThatIsNotThere() {
        refuses("twice in the set train", INPUTS, LABELS, new int[] {0, 0}, new int[] {1}, new Goal.Binary());
        refuses("row 3 in the set test: there are 3", INPUTS, LABELS, new int[] {0}, new int[] {3}, new Goal.Binary());
        refuses("the set train is empty", INPUTS, LABELS, new int[0], new int[] {1}, new Goal.Binary());
        refuses("the set test is empty", INPUTS, LABELS, new int[] {1}, new int[0], new Goal.Binary());
    }

    @Test
    void aLabelIsLawfulForTheGoal() {
        refuses("a label is 2.0", INPUTS, new float[] {0, 1, 2}, new int[] {0}, new int[] {1}, new Goal.Binary());
        refuses("a label is 0.5", INPUTS, new float[] {0, 1, 0.5f}, new int[] {0}, new int[] {1}, new Goal.Classes(3));
        examples(INPUTS, new float[] {0, 1, 0.5f}, new int[] {0}, new int[] {1}, new Goal.Regression(10));
    }

    @Test
    void everyNumberIsFinite() {
        float[] inputs = {0, 1, 2, Float.NaN, 4, 5};
        refuses("input 3 is NaN", inputs, LABELS, new int[] {0}, new int[] {1}, new Goal.Binary());
        float[] labels = {0, 1, Float.POSITIVE_INFINITY};
        refuses("label 2 is Infinity", INPUTS, labels, new int[] {0}, new int[] {1}, new Goal.Signal(1));
    }

    @Test
    void tablesHaveWholeRows() {
        refuses("no rows of 2 and 1", new float[] {1, 2, 3}, LABELS, new int[] {0}, new int[] {1}, new Goal.Binary());
        refuses("2 rows of inputs, but 3", new float[4], LABELS, new int[] {0}, new int[] {1}, new Goal.Binary());
    }
}
