package org.neuralredshift.tasks.learning.data;

import java.util.List;
import org.neuralredshift.api.random.RandomStream;

/**
 * Draws digits, no two alike: a font by chance, then a random size, slant, rotation, place, weight of the stroke and ink, and
 * noise. Digit {@code number} depends on the study's seed and its number only, not on how many are drawn. Not thread-safe.
 */
final class DigitArtist {
    /** No weight of a network uses it; ASCII for DIGT. */
    private static final int STREAM = 0x44_49_47_54;

    private static final double HEIGHT = 20;
    private static final double SCALE = 0.08;
    private static final double SLANT = 0.15;
    private static final double ROTATION = Math.PI / 20;
    private static final double SHIFT = 1;
    private static final double THINNEST = 0.1;
    private static final double BOLDEST = 0.9;
    private static final double PALEST = 0.7;
    private static final double NOISE = 0.06;

    private final List<DigitFont> fonts;
    private final long studySeed;
    private final int series;
    private final RandomStream stream = new RandomStream();
    private final Rasteriser rasteriser = new Rasteriser(DigitSource.SIZE);

    /**
     * @param fonts to choose from
     * @param series digits of two series are independent
     */
    DigitArtist(List<DigitFont> fonts, long studySeed, int series) {
        this.fonts = fonts;
        this.studySeed = studySeed;
        this.series = series;
    }

    /**
     * Draws one.
     *
     * @param digit 0 to 9
     * @param number within the series
     * @param image receives [28, 28] from 0 (paper) to 1 (ink)
     */
    void draw(int digit, int number, float[] image) {
        stream.reset(studySeed, series, number, STREAM);
        DigitFont font = fonts.get((int) (stream.nextOpen() * fonts.size()));
        Outline outline = placed(font.digits().get(digit));
        rasteriser.draw(outline, between(THINNEST, BOLDEST), image);
        double ink = between(PALEST, 1);
        double noise = between(0, NOISE);
        for (int i = 0; i < image.length; i++) {
            image[i] = (float) Math.clamp(ink * image[i] + noise * stream.nextNormal(), 0.0, 1.0);
        }
    }

    /** Its box 20 pixels high, or wide if it is wider than high, in the middle; then all that chance does to it. */
    private Outline placed(Outline glyph) {
        double[] box = glyph.bounds();
        double scale = HEIGHT / Math.max(box[2] - box[0], box[3] - box[1]);
        double width = scale * (1 + between(-SCALE, SCALE));
        double height = scale * (1 + between(-SCALE, SCALE));
        double slant = between(-SLANT, SLANT);
        double angle = between(-ROTATION, ROTATION);
        double cosine = StrictMath.cos(angle);
        double sine = StrictMath.sin(angle);
        double middleX = (box[0] + box[2]) / 2;
        double middleY = (box[1] + box[3]) / 2;
        return glyph.transformed(1, 0, -middleX, 0, 1, -middleY)
                .transformed(width, slant * height, 0, 0, -height, 0)
                .transformed(
                        cosine,
                        -sine,
                        DigitSource.SIZE / 2.0 + between(-SHIFT, SHIFT),
                        sine,
                        cosine,
                        DigitSource.SIZE / 2.0 + between(-SHIFT, SHIFT));
    }

    private double between(double least, double most) {
        return least + (most - least) * stream.nextOpen();
    }
}
