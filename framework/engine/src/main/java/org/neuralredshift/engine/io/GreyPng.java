package org.neuralredshift.engine.io;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.neuralredshift.engine.Reasons;
import org.neuralredshift.engine.UserException;

/** Functions as grey-scale pictures: x1 runs to the right, x2 upwards, black is the least value, white the largest. */
public final class GreyPng {
    private GreyPng() {}

    /** Reads a picture of 1 to 16 bits per pixel; values are in [0, 1]. */
    static SampledFunction read(Path file) throws IOException {
        BufferedImage image = decode(file);
        int rows = image.getHeight();
        int columns = image.getWidth();
        float[] values = new float[Math.multiplyExact(rows, columns)];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                values[row * columns + column] = value(file, image, column, rows - 1 - row);
            }
        }
        return new SampledFunction(file, values, rows, columns);
    }

    private static BufferedImage decode(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        try {
            if (ImageIO.read(new ByteArrayInputStream(bytes)) instanceof BufferedImage image) {
                return image;
            }
            throw unreadable(file, null);
        } catch (IOException | IndexOutOfBoundsException | IllegalArgumentException e) {
            // What the JDK's decoder throws at pictures that are cut off or damaged.
            throw unreadable(file, e);
        }
    }

    private static UserException unreadable(Path file, @Nullable Exception cause) {
        return new UserException(
                file + " is no whole PNG picture.", "Save it again as an 8-bit grey-scale PNG.", cause);
    }

    private static float value(Path file, BufferedImage image, int x, int y) {
        Raster raster = image.getRaster();
        int bands = raster.getNumBands();
        boolean indexed = image.getColorModel() instanceof IndexColorModel;
        if ((image.getRGB(x, y) >>> 24) != 255) {
            throw new UserException(
                    file + " has transparent pixels, the first at x " + x + ", y " + y + ".",
                    "Flatten it: convert('L') in Pillow.");
        }
        if (!indexed && bands < 3) {
            // Not getRGB, which would apply the gamma of the grey colour space.
            return (float) raster.getSample(x, y, 0)
                    / ((1 << image.getSampleModel().getSampleSize(0)) - 1);
        }
        int rgb = image.getRGB(x, y);
        int red = rgb >> 16 & 255;
        if (red != (rgb >> 8 & 255) || red != (rgb & 255)) {
            throw new UserException(
                    "%s is in colour: the pixel at x %d, y %d is #%06x.".formatted(file, x, y, rgb & 0xFFFFFF),
                    "Make it grey: Image.open('" + file.getFileName() + "').convert('L').save('grey.png')");
        }
        return red / 255f;
    }

    /**
     * Writes a function as an 8-bit picture, its least value black and its largest white; constant functions are grey.
     *
     * @param scale the side of a sample's square, in pixels
     * @throws UserException if the file cannot be written
     */
    public static void write(Path file, float[] values, int rows, int columns, int scale) {
        BufferedImage picture = picture(values, rows, columns, scale);
        try {
            if (!ImageIO.write(picture, "png", file.toFile())) {
                throw new IOException("this Java runtime writes no PNG");
            }
        } catch (IOException e) {
            throw new UserException(
                    "Cannot write " + file + ": " + Reasons.of(e) + ".", "Check the folder and the free space.", e);
        }
    }

    /** The picture that {@link #write} writes. Values that are not finite are mid-grey. */
    static BufferedImage picture(float[] values, int rows, int columns, int scale) {
        float low = Float.POSITIVE_INFINITY;
        float high = Float.NEGATIVE_INFINITY;
        for (float value : values) {
            if (Float.isFinite(value)) {
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
        }
        double range = (double) high - low;
        BufferedImage picture = new BufferedImage(columns * scale, rows * scale, BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < rows * scale; y++) {
            for (int x = 0; x < columns * scale; x++) {
                float value = values[(rows - 1 - y / scale) * columns + x / scale];
                boolean shaped = range > 0 && Float.isFinite(value);
                picture.getRaster().setSample(x, y, 0, shaped ? (int) Math.round((value - low) / range * 255) : 128);
            }
        }
        return picture;
    }
}
