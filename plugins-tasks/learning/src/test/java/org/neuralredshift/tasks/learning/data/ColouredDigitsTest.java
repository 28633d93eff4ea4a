package org.neuralredshift.tasks.learning.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neuralredshift.api.learning.Examples;
import org.neuralredshift.api.learning.Goal;
import org.neuralredshift.api.parameter.InvalidParameterException;

class ColouredDigitsTest {
    private static final int FEATURES = 28 * 32;

    private final ColouredDigits dataset = new ColouredDigits();

    private Examples of(Map<String, ?> given, long seed) {
        return dataset.examples(dataset.parameters().resolve(given), 1, seed);
    }

    private static float colour(Examples examples, int row) {
        float colour = examples.inputs()[row * FEATURES + 28];
        for (int y = 0; y < 28; y++) {
            for (int x = 28; x < 32; x++) {
                assertEquals(colour, examples.inputs()[row * FEATURES + y * 32 + x], "the band is uniform");
            }
        }
        return colour;
    }

    private static int level(float colour) {
        int level = Math.round(9 * colour);
        assertEquals(level / 9f, colour);
        return level;
    }

    /** Of the small MNIST of {@link Idx}: the tens of the shade. */
    private static int digit(Examples examples, int row) {
        return Math.round(255 * examples.inputs()[row * FEATURES]) / 10;
    }

    @Test
    void inTrainingBothCuesTellTheLabelAndEachDigitIsThereEquallyOften(@TempDir Path folder) throws Exception {
        Idx.folder(folder);
        Examples examples = of(Map.of("folder", folder.toString(), "train-size", 30, "test-size", 100), 1);
        int[] counts = new int[10];
        for (int row : examples.train()) {
            int digit = digit(examples, row);
            counts[digit]++;
            assertEquals(digit / 9f, colour(examples, row));
            assertEquals(digit / 9f, examples.labels()[row]);
        }
        assertArrayEquals(new int[] {3, 3, 3, 3, 3, 3, 3, 3, 3, 3}, counts);
        assertEquals(new Goal.Regression(10), examples.goal());
    }

    @Test
    void inEachTestOneCueTellsTheLabelAndTheOtherMeetsItEquallyOften(@TempDir Path folder) throws Exception {
        Idx.folder(folder);
        Examples examples = of(Map.of("folder", folder.toString(), "train-size", 30, "test-size", 100), 1);
        assertEquals(List.of("digit", "colour"), List.copyOf(examples.tests().keySet()));
        examples.tests().forEach((name, rows) -> {
            int[][] pairs = new int[10][10];
            for (int row : rows) {
                int digit = digit(examples, row);
                int colour = level(colour(examples, row));
                pairs[digit][colour]++;
                assertEquals((name.equals("digit") ? digit : colour) / 9f, examples.labels()[row]);
            }
            assertTrue(
                    Arrays.stream(pairs).flatMapToInt(Arrays::stream).allMatch(count -> count == 1), "each pair once");
        });
    }

    @Test
    void seedsShareTheTableAndTrainOnOtherImagesOfIt() {
        Map<String, Object> small = Map.of("train-size", 40, "test-size", 100);
        Examples first = of(small, 1);
        Examples second = of(small, 2);
        assertSame(first.inputs(), second.inputs());
        assertEquals(40, first.train().length);
        assertNotEquals(Arrays.toString(first.train()), Arrays.toString(second.train()));
        assertNotEquals(first.plane(), second.plane());
    }

    @Test
    void digitsAreDrawnAnewForAnotherStudyAndOnlyThen() {
        var parameters = dataset.parameters().resolve(Map.of("train-size", 10, "test-size", 100));
        float[] first = dataset.examples(parameters, 1, 1).inputs();
        assertArrayEquals(first, new ColouredDigits().examples(parameters, 1, 1).inputs());
        assertNotEquals(
                Arrays.toString(first),
                Arrays.toString(dataset.examples(parameters, 2, 1).inputs()));
    }

    @Test
    void theNoteTellsDrawnDigitsFromMnist(@TempDir Path folder) throws Exception {
        assertTrue(of(Map.of("train-size", 10, "test-size", 100), 1).note().contains("drawn by the program"));
        Idx.folder(folder);
        Map<String, Object> mnist = Map.of("folder", folder.toString(), "train-size", 10, "test-size", 100);
        assertTrue(of(mnist, 1).note().contains("MNIST of " + folder));
    }

    @Test
    void refusesSizesInWhichDigitsAreNotEquallyFrequent() {
        assertEquals("train-size", refused(Map.of("train-size", 15)).parameter());
        assertEquals("test-size", refused(Map.of("test-size", 150)).parameter());
    }

    @Test
    void refusesMoreImagesThanTheFilesHold(@TempDir Path folder) throws Exception {
        Idx.folder(folder);
        InvalidParameterException e = refused(Map.of("folder", folder.toString(), "train-size", 40));
        assertEquals("train-size", e.parameter());
        assertTrue(e.getMessage().contains("takes 6 images of each digit, and of one there are 5"), e.getMessage());
        e = refused(Map.of("folder", folder.toString(), "train-size", 10, "test-size", 200));
        assertEquals("test-size", e.parameter());
    }

    private InvalidParameterException refused(Map<String, ?> given) {
        return assertThrows(InvalidParameterException.class, () -> of(given, 1));
    }
}
