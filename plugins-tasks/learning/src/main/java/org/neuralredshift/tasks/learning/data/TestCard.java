package org.neuralredshift.tasks.learning.data;

/**
 * The image that the program draws when none is given: a sphere with a soft shadow, rings that get finer outwards, stripes of
 * four widths, a chequered square with sharp edges, and a slope of grey. So there is structure of every scale, and both smooth
 * and sharp. The finest rings and stripes are a little over three pixels of a 64 × 64 image apart. The same bits on any machine.
 */
final class TestCard {
    private static final int SAMPLES = 4;

    private TestCard() {}

    /** The card, square, each pixel the mean of {@value #SAMPLES} × {@value #SAMPLES} points. */
    static GreyImage draw(int size) {
        float[] shades = new float[size * size];
        for (int row = 0; row < size; row++) {
            for (int column = 0; column < size; column++) {
                double sum = 0;
                for (int sample = 0; sample < SAMPLES * SAMPLES; sample++) {
                    double x = (column + (sample % SAMPLES + 0.5) / SAMPLES) / size;
                    double y = (row + (sample / SAMPLES + 0.5) / SAMPLES) / size;
                    sum += shade(2 * x - 1, 1 - 2 * y);
                }
                shades[row * size + column] = (float) (sum / (SAMPLES * SAMPLES));
            }
        }
        return new GreyImage(size, size, shades);
    }

    /** @param x from -1 (left) to 1, @param y from -1 (bottom) to 1 */
    private static double shade(double x, double y) {
        double background = 0.45 + 0.2 * x - 0.15 * y;
        if (inBox(x, y, 0.1, 0.92, -0.92, -0.1)) {
            return rings(x - 0.51, y + 0.51);
        }
        if (inBox(x, y, 0.1, 0.92, 0.15, 0.92)) {
            return stripes(x, y);
        }
        if (inBox(x, y, -0.9, -0.3, -0.9, -0.5)) {
            return ((int) Math.floor((x + 0.9) / 0.1) + (int) Math.floor((y + 0.9) / 0.1)) % 2 == 0 ? 0.95 : 0.1;
        }
        return sphere(x + 0.42, y - 0.3, background);
    }

    private static boolean inBox(double x, double y, double left, double right, double bottom, double top) {
        return x >= left && x < right && y >= bottom && y < top;
    }

    /** Lit from the upper left, with a shadow on the ground that fades. */
    private static double sphere(double x, double y, double background) {
        double radius = 0.42;
        double squares = x * x + y * y;
        if (squares < radius * radius) {
            double z = Math.sqrt(radius * radius - squares);
            double light = (-0.5 * x + 0.6 * y + 0.62 * z) / radius;
            return 0.12 + 0.85 * Math.max(0, light);
        }
        double dx = (x - 0.12) / 0.5;
        double dy = (y + 0.3) / 0.35;
        return background * (1 - 0.6 * StrictMath.exp(-2 * (dx * dx + dy * dy)));
    }

    /** cos(a·r²): the distance between rings falls as 1 / r. */
    private static double rings(double x, double y) {
        return 0.5 + 0.45 * StrictMath.cos(55 * (x * x + y * y));
    }

    /** Four bands of sine stripes, each half as wide as those above. */
    private static double stripes(double x, double y) {
        int band = (int) Math.clamp((0.92 - y) / 0.77 * 4, 0.0, 3.0);
        return 0.5 + 0.4 * StrictMath.sin(2 * Math.PI * (x - 0.1) / 0.82 * (1 << band));
    }
}
