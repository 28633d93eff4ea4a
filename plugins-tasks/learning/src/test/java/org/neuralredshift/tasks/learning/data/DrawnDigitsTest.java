package org.neuralredshift.tasks.learning.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.neuralredshift.tasks.learning.data.DigitSource.Collection;

class DrawnDigitsTest {
    private static float[] image(DigitSource digits, Collection collection, int digit, int number) {
        float[] image = new float[784];
        digits.image(collection, digit, number, image);
        return image;
    }

    @Test
    void anImageDoesNotDependOnThoseDrawnBefore() {
        float[] alone = image(new DrawnDigits(3), Collection.TRAIN, 4, 17);
        DrawnDigits digits = new DrawnDigits(3);
        image(digits, Collection.TRAIN, 9, 2);
        image(digits, Collection.TEST, 4, 17);
        assertArrayEquals(alone, image(digits, Collection.TRAIN, 4, 17));
    }

    @Test
    void noTwoImagesAreEqual() {
        Set<List<Float>> seen = new HashSet<>();
        DrawnDigits digits = new DrawnDigits(1);
        for (int number = 0; number < 200; number++) {
            for (Collection collection : Collection.values()) {
                float[] image = image(digits, collection, 1, number);
                List<Float> pixels = java.util.stream.IntStream.range(0, 784)
                        .mapToObj(i -> image[i])
                        .toList();
                assertTrue(seen.add(pixels), "number " + number + " of " + collection);
            }
        }
    }

    @Test
    void shadesLieBetweenPaperAndInk() {
        DrawnDigits digits = new DrawnDigits(1);
        for (int number = 0; number < 300; number++) {
            float[] image = image(digits, Collection.TEST, number % 10, number);
            float ink = 0;
            for (float shade : image) {
                assertTrue(shade >= 0 && shade <= 1, "a shade of " + shade);
                ink += shade;
            }
            assertTrue(ink > 15 && ink < 400, "digit " + number % 10 + " has ink of " + ink + " pixels");
        }
    }

    @Test
    void aDigitOfTheTestFontsIsMostLikeThoseOfItsKindInTheTrainingFonts() {
        DrawnDigits digits = new DrawnDigits(1);
        float[][] known = new float[1000][];
        Arrays.setAll(known, i -> image(digits, Collection.TRAIN, i % 10, i / 10));
        int right = 0;
        for (int i = 0; i < 200; i++) {
            float[] asked = image(digits, Collection.TEST, i % 10, i / 10);
            int nearest = 0;
            for (int j = 1; j < known.length; j++) {
                nearest = distance(asked, known[j]) < distance(asked, known[nearest]) ? j : nearest;
            }
            right += nearest % 10 == i % 10 ? 1 : 0;
        }
        assertTrue(right > 140, right + " of 200 are right by their nearest neighbour");
    }

    private static double distance(float[] a, float[] b) {
        double squares = 0;
        for (int i = 0; i < a.length; i++) {
            squares += (a[i] - b[i]) * (double) (a[i] - b[i]);
        }
        return squares;
    }
}
