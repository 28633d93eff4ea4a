package org.neuralredshift.tasks.learning.data;

import java.util.Arrays;

/**
 * Draws outlines as grey images: a pixel is the share of its {@value #SAMPLES} × {@value #SAMPLES} sample points that are inked.
 * Basic operations only, in a fixed order, so that the bits are the same on any machine. Reusable, not thread-safe.
 */
final class Rasteriser {
    private static final int SAMPLES = 4;

    private final int size;
    private final int side;
    private final boolean[] inked;
    private double[] crossings = new double[64];

    /** @param size width and height of the images, in pixels */
    Rasteriser(int size) {
        this.size = size;
        this.side = size * SAMPLES;
        this.inked = new boolean[side * side];
    }

    /**
     * Draws.
     *
     * @param outline in pixels, x to the right and y downwards from the upper left corner
     * @param growth pixels by which the outline is moved outwards, at least 0
     * @param image receives [size, size] from 0 (paper) to 1 (ink)
     */
    void draw(Outline outline, double growth, float[] image) {
        Arrays.fill(inked, false);
        for (int row = 0; row < side; row++) {
            fill(outline, row);
        }
        if (growth > 0) {
            for (double[] contour : outline.contours()) {
                for (int i = 0; i < contour.length; i += 2) {
                    int j = (i + 2) % contour.length;
                    inkNear(contour[i], contour[i + 1], contour[j], contour[j + 1], growth);
                }
            }
        }
        average(image);
    }

    /** Inks the sample points of a row whose winding number is not 0. */
    private void fill(Outline outline, int row) {
        double y = (row + 0.5) / SAMPLES;
        int count = 0;
        for (double[] contour : outline.contours()) {
            for (int i = 0; i < contour.length; i += 2) {
                int j = (i + 2) % contour.length;
                double y0 = contour[i + 1];
                double y1 = contour[j + 1];
                if (y0 <= y != y1 <= y) {
                    double x = contour[i] + (y - y0) / (y1 - y0) * (contour[j] - contour[i]);
                    count = insert(x, y0 <= y ? 1 : -1, count);
                }
            }
        }
        int winding = 0;
        for (int i = 0; i + 2 < count; i += 2) {
            winding += (int) crossings[i + 1];
            if (winding != 0) {
                int from = sample(crossings[i]);
                int to = sample(crossings[i + 2]);
                for (int column = from; column < to; column++) {
                    inked[row * side + column] = true;
                }
            }
        }
    }

    /** Keeps the crossings in ascending order, as pairs of x and direction. */
    private int insert(double x, double direction, int count) {
        if (count == crossings.length) {
            crossings = Arrays.copyOf(crossings, 2 * count);
        }
        int at = count;
        while (at > 0 && crossings[at - 2] > x) {
            crossings[at] = crossings[at - 2];
            crossings[at + 1] = crossings[at - 1];
            at -= 2;
        }
        crossings[at] = x;
        crossings[at + 1] = direction;
        return count + 2;
    }

    /** The first sample at or beyond a coordinate, within the image. */
    private int sample(double coordinate) {
        return (int) Math.clamp(Math.ceil(coordinate * SAMPLES - 0.5), 0, side);
    }

    /** Inks the sample points within a distance of a line. */
    private void inkNear(double x0, double y0, double x1, double y1, double distance) {
        double dx = x1 - x0;
        double dy = y1 - y0;
        double squares = dx * dx + dy * dy;
        int left = sample(Math.min(x0, x1) - distance);
        int right = sample(Math.max(x0, x1) + distance);
        int bottom = sample(Math.max(y0, y1) + distance);
        for (int row = sample(Math.min(y0, y1) - distance); row < bottom; row++) {
            for (int column = left; column < right; column++) {
                double px = (column + 0.5) / SAMPLES - x0;
                double py = (row + 0.5) / SAMPLES - y0;
                double along = squares == 0 ? 0 : Math.clamp((px * dx + py * dy) / squares, 0.0, 1.0);
                double ex = px - along * dx;
                double ey = py - along * dy;
                inked[row * side + column] |= ex * ex + ey * ey <= distance * distance;
            }
        }
    }

    private void average(float[] image) {
        Arrays.fill(image, 0);
        for (int row = 0; row < side; row++) {
            for (int column = 0; column < side; column++) {
                int i = row * side + column;
                if (inked[i]) {
                    image[row / SAMPLES * size + column / SAMPLES]++;
                }
            }
        }
        for (int i = 0; i < image.length; i++) {
            image[i] /= SAMPLES * SAMPLES;
        }
    }
}
