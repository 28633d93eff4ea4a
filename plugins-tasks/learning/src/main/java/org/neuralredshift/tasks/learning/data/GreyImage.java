package org.neuralredshift.tasks.learning.data;

/**
 * A grey image.
 *
 * @param width in pixels
 * @param height in pixels
 * @param shades {@code [height, width]}, the top row first, from 0 (black) to 1 (white)
 */
record GreyImage(int width, int height, float[] shades) {
    /**
     * The image at another size, its shape kept: each pixel is the mean of the area that it covers, so nothing aliases.
     *
     * @param longer pixels of the longer side; the shorter has at least one
     */
    GreyImage scaled(int longer) {
        double factor = (double) longer / Math.max(width, height);
        int newWidth = Math.clamp(Math.round(width * factor), 1, longer);
        int newHeight = Math.clamp(Math.round(height * factor), 1, longer);
        double[] across = new double[newWidth * height];
        for (int y = 0; y < height; y++) {
            shrink(shades, y * width, 1, width, across, y * newWidth, 1, newWidth);
        }
        float[] rows = new float[across.length];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = (float) across[i];
        }
        double[] both = new double[newWidth * newHeight];
        for (int x = 0; x < newWidth; x++) {
            shrink(rows, x, newWidth, height, both, x, newWidth, newHeight);
        }
        float[] scaled = new float[both.length];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = (float) both[i];
        }
        return new GreyImage(newWidth, newHeight, scaled);
    }

    /** One line of {@code count} numbers to one of {@code newCount}, each the mean over its share of the length. */
    private static void shrink(
            float[] from, int start, int step, int count, double[] to, int newStart, int newStep, int newCount) {
        for (int i = 0; i < newCount; i++) {
            double left = (double) i * count / newCount;
            double right = (double) (i + 1) * count / newCount;
            double sum = 0;
            for (int j = (int) left; j < Math.min(count, Math.ceil(right)); j++) {
                sum += from[start + j * step] * (Math.min(j + 1, right) - Math.max(j, left));
            }
            to[newStart + i * newStep] = sum / (right - left);
        }
    }
}
