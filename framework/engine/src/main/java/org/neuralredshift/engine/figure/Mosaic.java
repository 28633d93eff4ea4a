package org.neuralredshift.engine.figure;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.neuralredshift.api.data.Samples;

/**
 * One picture per cell of two parameters.
 *
 * @param title of the panel
 * @param x to the right
 * @param y upwards
 * @param pictures row by row, the row of the least y first; empty where there is none
 */
public record Mosaic(String title, CellAxis x, CellAxis y, List<Optional<Picture>> pictures) {
    /**
     * A function as a picture.
     *
     * @param size samples per side
     * @param values {@code [size, size]} row-major, the row of the least x2 first; not copied
     */
    public record Picture(int size, float[] values) {
        /** Whether every value is a number. */
        public boolean isFinite() {
            for (float value : values) {
                if (!Float.isFinite(value)) {
                    return false;
                }
            }
            return true;
        }

        /** As grey levels on a square of that side, averaged where it is smaller; mid-grey if all that varies is rounding. */
        byte[] grey(int side) {
            double[] averaged = new double[side * side];
            for (int row = 0; row < side; row++) {
                for (int column = 0; column < side; column++) {
                    averaged[row * side + column] = average(side, row, column);
                }
            }
            double low = Arrays.stream(averaged).min().orElse(0);
            double high = Arrays.stream(averaged).max().orElse(0);
            double range = high - low;
            boolean shaped = range > Samples.ROUNDING_NOISE * Math.max(Math.abs(low), Math.abs(high));
            byte[] grey = new byte[averaged.length];
            for (int i = 0; i < grey.length; i++) {
                grey[i] = (byte) (shaped ? Math.round((averaged[i] - low) / range * 255) : 128);
            }
            return grey;
        }

        /** A copy that is at most that many pixels wide, of grey levels; the picture itself if it is no wider. */
        public Picture limited(int side) {
            if (size <= side) {
                return this;
            }
            byte[] grey = grey(side);
            float[] levels = new float[grey.length];
            for (int i = 0; i < levels.length; i++) {
                levels[i] = Byte.toUnsignedInt(grey[i]);
            }
            return new Picture(side, levels);
        }

        /** As a grey PNG of that side, the row of the largest x2 on top. */
        public byte[] png(int side) {
            BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_GRAY);
            paint(image, grey(side), side, 0, 0);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (ImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
                ImageIO.write(
                        image, "png", stream); // in memory: a cache file would need a hook at the end of the process
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return out.toByteArray();
        }

        private double average(int side, int row, int column) {
            int firstRow = row * size / side;
            int lastRow = Math.max(firstRow + 1, (row + 1) * size / side);
            int firstColumn = column * size / side;
            int lastColumn = Math.max(firstColumn + 1, (column + 1) * size / side);
            double sum = 0;
            for (int r = firstRow; r < lastRow; r++) {
                for (int c = firstColumn; c < lastColumn; c++) {
                    sum += values[r * size + c];
                }
            }
            return sum / ((lastRow - firstRow) * (lastColumn - firstColumn));
        }
    }

    public Mosaic {
        pictures = List.copyOf(pictures);
        if (pictures.size() != x.size() * y.size()) {
            throw new IllegalArgumentException(pictures.size() + " pictures for " + x.size() + " x " + y.size());
        }
    }

    /** Whether there is a picture at the given positions on the axes. */
    boolean has(int column, int row) {
        return pictures.get(row * x.size() + column).isPresent();
    }

    /** A copy without title. */
    public Mosaic untitled() {
        return new Mosaic("", x, y, pictures);
    }

    /** A copy whose pictures are at most that many pixels wide. */
    public Mosaic limited(int side) {
        return new Mosaic(
                title,
                x,
                y,
                pictures.stream()
                        .map(picture -> picture.map(p -> p.limited(side)))
                        .toList());
    }

    /** The first picture alone. */
    BufferedImage picture() {
        Picture picture = pictures.getFirst().orElseThrow();
        BufferedImage image = new BufferedImage(picture.size(), picture.size(), BufferedImage.TYPE_BYTE_GRAY);
        paint(image, picture.grey(picture.size()), picture.size(), 0, 0);
        return image;
    }

    /** All pictures in one, white where there is none. */
    BufferedImage image() {
        int side = pictures.stream()
                .flatMap(Optional::stream)
                .mapToInt(Picture::size)
                .max()
                .orElse(1);
        BufferedImage image = new BufferedImage(x.size() * side, y.size() * side, BufferedImage.TYPE_BYTE_GRAY);
        int[] white = new int[image.getWidth() * image.getHeight()];
        Arrays.fill(white, 255);
        image.getRaster().setSamples(0, 0, image.getWidth(), image.getHeight(), 0, white);
        for (int cell = 0; cell < pictures.size(); cell++) {
            int left = cell % x.size() * side;
            int top = (y.size() - 1 - cell / x.size()) * side;
            pictures.get(cell).ifPresent(picture -> paint(image, picture.grey(side), side, left, top));
        }
        return image;
    }

    private static void paint(BufferedImage image, byte[] grey, int side, int left, int top) {
        for (int row = 0; row < side; row++) {
            for (int column = 0; column < side; column++) {
                int level = Byte.toUnsignedInt(grey[row * side + column]);
                image.getRaster().setSample(left + column, top + side - 1 - row, 0, level);
            }
        }
    }
}
