package org.neuralredshift.metrics.spectral;

/** The definition of the discrete Fourier transform, written out. */
final class SlowTransform {
    private SlowTransform() {}

    /** {Re F(k), Im F(k)} of one complex signal. */
    static double[] of(double[] re, double[] im, int k) {
        int n = re.length;
        double[] sum = new double[2];
        for (int j = 0; j < n; j++) {
            double angle = -2 * Math.PI * ((long) j * k % n) / n;
            sum[0] += re[j] * Math.cos(angle) - im[j] * Math.sin(angle);
            sum[1] += re[j] * Math.sin(angle) + im[j] * Math.cos(angle);
        }
        return sum;
    }

    /** |F(i, j)| of a real plane, i the frequency down the columns. */
    static double amplitude(double[][] plane, int i, int j) {
        int n = plane.length;
        double re = 0;
        double im = 0;
        for (int row = 0; row < n; row++) {
            for (int column = 0; column < n; column++) {
                double angle = -2 * Math.PI * Math.floorMod((long) i * row + (long) j * column, n) / n;
                re += plane[row][column] * Math.cos(angle);
                im += plane[row][column] * Math.sin(angle);
            }
        }
        return Math.hypot(re, im);
    }
}
