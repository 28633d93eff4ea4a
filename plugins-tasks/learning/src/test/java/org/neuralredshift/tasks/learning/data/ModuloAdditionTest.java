package org.neuralredshift.tasks.learning.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.neuralredshift.api.learning.Examples;
import org.neuralredshift.api.parameter.InvalidParameterException;

class ModuloAdditionTest {
    private static Examples of(Map<String, ?> given) {
        ModuloAddition dataset = new ModuloAddition();
        return dataset.examples(dataset.parameters().resolve(given), 1, 2);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4, 7, 10, 1024})
    void everyPairOfIntegersIsThereOnceWithItsLabel(int modulus) {
        Examples examples = of(Map.of("modulus", modulus));
        Set<List<Float>> seen = new HashSet<>();
        for (int row = 0; row < 256; row++) {
            float a = examples.inputs()[2 * row] + 7.5f;
            float b = examples.inputs()[2 * row + 1] + 7.5f;
            assertTrue(seen.add(List.of(a, b)));
            assertTrue(a >= 0 && a <= 15 && b >= 0 && b <= 15, a + " + " + b);
            int rest = Math.floorMod((int) a + (int) b, modulus);
            assertEquals(rest <= modulus / 2.0 ? 1 : 0, examples.labels()[row], a + " + " + b);
        }
        assertEquals(256, examples.count());
    }

    @Test
    void theLabelsOfASmallTableAreThoseWorkedByHand() {
        Examples examples = of(Map.of("size", 3, "modulus", 4, "train-fraction", 0.3));
        // sums 0 1 2 / 1 2 3 / 2 3 4, modulo 4 at most 2
        assertArrayEquals(new float[] {1, 1, 1, 1, 1, 0, 1, 0, 1}, examples.labels());
        assertEquals(3, examples.train().length);
        assertEquals(6, examples.tests().get("test").length);
    }

    @Test
    void theNoteTellsFormAndSplit() {
        assertEquals(
                "all 9 sums of 2 integers below 3, inputs unit; 3 to train on, 6 for the test",
                of(Map.of("size", 3, "train-fraction", 0.3, "inputs", "unit")).note());
    }

    @Test
    void everyExampleIsForTrainingOrForTheTest() {
        Examples examples = of(Map.of("terms", 3, "size", 8));
        int[] both = IntStream.concat(
                        Arrays.stream(examples.train()),
                        Arrays.stream(examples.tests().get("test")))
                .sorted()
                .toArray();
        assertArrayEquals(IntStream.range(0, 512).toArray(), both);
        assertEquals(256, examples.train().length);
    }

    @Test
    void unitInputsLieBetweenMinusOneAndOne() {
        Examples centred = of(Map.of());
        Examples unit = of(Map.of("inputs", "unit"));
        for (int i = 0; i < unit.inputs().length; i++) {
            assertEquals(centred.inputs()[i] / 7.5f, unit.inputs()[i], 1e-7);
        }
        assertArrayEquals(centred.train(), unit.train(), "the split does not depend on how the inputs are written");
    }

    @Test
    void aOneHotInputHasASingleOnePerTerm() {
        Examples examples = of(Map.of("inputs", "one-hot", "size", 5));
        assertEquals(10, examples.features());
        Examples centred = of(Map.of("size", 5));
        for (int row = 0; row < 25; row++) {
            for (int term = 0; term < 2; term++) {
                for (int value = 0; value < 5; value++) {
                    float expected = centred.inputs()[2 * row + term] + 2 == value ? 1 : 0;
                    assertEquals(expected, examples.inputs()[row * 10 + term * 5 + value]);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, 0.001, 0.999})
    void refusesASplitThatLeavesNothing(double fraction) {
        InvalidParameterException e =
                assertThrows(InvalidParameterException.class, () -> of(Map.of("train-fraction", fraction)));
        assertEquals("train-fraction", e.parameter());
        assertTrue(e.getMessage().contains("256 examples"), e.getMessage());
    }

    @Test
    void refusesATableOfManyMillions() {
        InvalidParameterException e = assertThrows(InvalidParameterException.class, () -> of(Map.of("terms", 16)));
        assertEquals("terms", e.parameter());
    }
}
