package org.neuralredshift.tasks.learning;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.neuralredshift.api.learning.Examples;
import org.neuralredshift.api.parameter.InvalidParameterException;

class ProblemTest {
    private static Problem problem(String dataset, String labels) {
        Learning task = new Learning();
        return Problem.of(task.parameters().resolve(Map.of("dataset", dataset, "labels", labels)), new Shipped());
    }

    @Test
    void shuffledLabelsAreThoseOfTheTrainingSetInAnotherOrder() {
        Examples given = problem("modulo-addition", "given").examples(1, 2);
        Examples shuffled = problem("modulo-addition", "shuffled").examples(1, 2);
        assertEquals(given.features(), shuffled.features());
        assertArrayEquals(given.train(), shuffled.train());
        assertFalse(Arrays.equals(labels(given, given.train()), labels(shuffled, given.train())), "another order");
        assertArrayEquals(sorted(labels(given, given.train())), sorted(labels(shuffled, given.train())));
        int[] test = given.tests().get("test");
        assertArrayEquals(labels(given, test), labels(shuffled, test), "labels of the test set stay as they are");
        assertTrue(shuffled.note().contains("shuffled"), shuffled.note());
    }

    private static float[] labels(Examples examples, int[] rows) {
        float[] labels = new float[rows.length];
        for (int i = 0; i < rows.length; i++) {
            labels[i] = examples.labels()[rows[i]];
        }
        return labels;
    }

    private static float[] sorted(float[] labels) {
        Arrays.sort(labels);
        return labels;
    }

    @Test
    void whatTheDatasetRefusesIsToldByTheParameterThatNamesIt() {
        InvalidParameterException e = assertThrows(
                InvalidParameterException.class,
                () -> problem("modulo-addition[train-fraction=1]", "given").examples(1, 2));
        assertEquals("dataset", e.parameter());
        assertTrue(e.getMessage().contains("train-fraction is 1.0"), e.getMessage());
        InvalidParameterException option =
                assertThrows(InvalidParameterException.class, () -> problem("modulo-addition[modulo=7]", "given"));
        assertEquals("dataset", option.parameter());
    }
}
