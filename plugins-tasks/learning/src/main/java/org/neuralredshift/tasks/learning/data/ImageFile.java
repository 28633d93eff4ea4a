package org.neuralredshift.tasks.learning.data;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.concurrent.atomic.AtomicReference;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.jspecify.annotations.Nullable;
import org.neuralredshift.api.parameter.InvalidParameterException;

/**
 * Reads an image from a file of the user. Colours become their luminance 0.299 R + 0.587 G + 0.114 B, on the shades as they are
 * stored; what is transparent shows white.
 *
 * @param parameter name of the parameter that names the file, for errors
 * @param name of the file
 */
record ImageFile(String parameter, String name) {
    private static final long MOST_BYTES = 256L << 20;
    private static final long MOST_PIXELS = 30_000_000;

    /**
     * What was read.
     *
     * @param checksum of the file
     */
    record Content(GreyImage image, String checksum) {}

    /** @throws InvalidParameterException saying what is wrong with the file */
    Content read() {
        byte[] bytes = bytes();
        return new Content(image(bytes), Checksum.of(bytes));
    }

    private GreyImage image(byte[] bytes) {
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw refused("it is no image, or of a kind that Java does not read", null);
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in);
                return grey(decode(reader));
            } finally {
                reader.dispose();
            }
        } catch (InvalidParameterException e) {
            throw e;
        } catch (IOException | RuntimeException e) { // decoders throw either at damaged files
            throw refused("it is damaged (" + e + ")", e);
        }
    }

    private byte[] bytes() {
        try {
            Path path = Path.of(name);
            if (!Files.exists(path)) {
                throw refused("there is no such file in " + Path.of("").toAbsolutePath(), null);
            }
            if (!Files.isRegularFile(path)) {
                throw refused("it is a folder or a device", null);
            }
            long size = Files.size(path);
            if (size == 0 || size > MOST_BYTES) {
                throw refused(size == 0 ? "it is empty" : "it has more than " + MOST_BYTES + " bytes", null);
            }
            return Files.readAllBytes(path);
        } catch (InvalidPathException | IOException e) {
            throw refused("it cannot be read (" + e + ")", e);
        }
    }

    private BufferedImage decode(ImageReader reader) throws IOException {
        long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
        if (pixels > MOST_PIXELS) {
            throw refused(
                    "it has " + reader.getWidth(0) + " × " + reader.getHeight(0) + " pixels, and more than "
                            + MOST_PIXELS + " are not read; make it smaller",
                    null);
        }
        AtomicReference<@Nullable String> warning = new AtomicReference<>();
        reader.addIIOReadWarningListener((source, message) -> warning.compareAndSet(null, message));
        BufferedImage image = reader.read(0);
        String found = warning.get();
        if (found != null) {
            throw refused("it is damaged (" + found + ")", null);
        }
        return image;
    }

    private InvalidParameterException refused(String found, @Nullable Throwable cause) {
        String lawful = "a PNG or JPEG file, or left out for the image that the program draws: " + found;
        return cause == null
                ? new InvalidParameterException(parameter, name, lawful)
                : new InvalidParameterException(parameter, name, lawful, cause);
    }

    private static GreyImage grey(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        boolean isGrey = image.getColorModel().getColorSpace().getType() == ColorSpace.TYPE_GRAY;
        float[] shades = new float[width * height];
        for (int i = 0; i < shades.length; i++) {
            int x = i % width;
            int y = i / width;
            shades[i] = (float) (isGrey ? stored(image, x, y) : luminance(image.getRGB(x, y)));
        }
        return new GreyImage(width, height, shades);
    }

    /** Of a grey image. Java takes grey for linear light and would change the shades on the way to RGB. */
    private static double stored(BufferedImage image, int x, int y) {
        double shade = sample(image, x, y, 0);
        return image.getColorModel().hasAlpha() ? onWhite(shade, sample(image, x, y, 1)) : shade;
    }

    private static double sample(BufferedImage image, int x, int y, int band) {
        int most = (1 << image.getColorModel().getComponentSize(band)) - 1;
        return image.getRaster().getSample(x, y, band) / (double) most;
    }

    private static double luminance(int argb) {
        double luminance = 0.299 * (argb >> 16 & 0xFF) + 0.587 * (argb >> 8 & 0xFF) + 0.114 * (argb & 0xFF);
        return onWhite(luminance / 255, (argb >>> 24) / 255.0);
    }

    private static double onWhite(double shade, double opacity) {
        return opacity * shade + (1 - opacity);
    }
}
