package org.neuralredshift.tasks.learning.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class RasteriserTest {
    private static float[] draw(int size, String path, double growth) {
        float[] image = new float[size * size];
        new Rasteriser(size).draw(Outline.parse(path), growth, image);
        return image;
    }

    @Test
    void aSquareInksItsPixelsAndHalfOfThoseThatItHalfCovers() {
        assertArrayEquals(
                new float[] {0, 0, 0, 0, 1, 0.5f, 0, 0.5f, 0.25f}, draw(3, "M 1 1 L 2.5 1 L 2.5 2.5 L 1 2.5 Z", 0));
    }

    @Test
    void theDirectionOfAContourDoesNotMatter() {
        assertArrayEquals(draw(4, "M 1 1 L 3 1 L 2 3.3 Z", 0), draw(4, "M 2 3.3 L 3 1 L 1 1 Z", 0));
    }

    @Test
    void aContourInsideAnotherIsAHoleIfItTurnsTheOtherWay() {
        String square = "M 0 0 L 4 0 L 4 4 L 0 4 Z ";
        float[] hole = draw(4, square + "M 1 1 L 1 3 L 3 3 L 3 1 Z", 0);
        float[] filled = draw(4, square + "M 1 1 L 3 1 L 3 3 L 1 3 Z", 0);
        assertEquals(0, hole[5]);
        assertEquals(1, filled[5]);
        assertEquals(1, hole[0]);
    }

    @Test
    void whatLiesOutsideTheImageIsCutOff() {
        assertArrayEquals(new float[] {1, 0.5f, 1, 0.5f}, draw(2, "M -9 -9 L 1.5 -9 L 1.5 9 L -9 9 Z", 0));
    }

    @Test
    void aCurveInksTheAreaUnderIt() {
        // a parabola over a base of 24 and 12 high, control point twice as high: area 2/3 · 24 · 12 = 192;
        // of which six chords leave out 1/36
        float[] image = draw(28, "M 2 20 Q 14 -4 26 20 Z", 0);
        double area = 0;
        for (float pixel : image) {
            area += pixel;
        }
        assertEquals(192 * 35 / 36.0, area, 1);
    }

    @Test
    void growthMovesTheOutlineOutwards() {
        float[] image = draw(8, "M 3 3 L 5 3 L 5 5 L 3 5 Z", 1);
        double area = 0;
        for (float pixel : image) {
            area += pixel;
        }
        assertEquals(
                4 + 4 * 2 + Math.PI, area, 0.5, "the square, a strip along each side, a quarter disc at each corner");
        assertEquals(0, image[0]);
        assertEquals(1, image[2 * 8 + 3]);
    }

    @Test
    void refusesAnOutlineThatIsNone() {
        assertThrows(IllegalArgumentException.class, () -> Outline.parse("M 1 1 A 2 2 Z"));
        assertThrows(IllegalArgumentException.class, () -> Outline.parse("M 1 1 L 2 2"));
    }

    @Test
    void everyFontHasTenDigitsOfPlausibleSize() {
        for (var fonts : java.util.List.of(DigitFont.train(), DigitFont.test())) {
            for (DigitFont font : fonts) {
                assertEquals(10, font.digits().size(), font.name());
                for (Outline digit : font.digits()) {
                    double[] box = digit.bounds();
                    double height = box[3] - box[1];
                    assertTrue(height > 300 && height < 1000, () -> font.name() + " has a digit " + height + " high");
                }
            }
        }
    }
}
