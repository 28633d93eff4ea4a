package org.neuralredshift.metrics.spectral;

import java.util.Arrays;

/**
 * The expected spectrum of Gaussian white noise of unit variance, after subtraction of the sample mean and the window.
 *
 * <p>Every bin F = Σ b(x)·noise(x) is a complex normal variable of mean 0. With N samples, its variance is P = Σ|b|² -
 * |Σb|²/N and its pseudo-variance C = Σb² - (Σb)²/N, where the second terms come from the subtracted mean; b is a
 * product over the axes, so the sums are products too. Its real and imaginary part, suitably rotated, have variances A =
 * (P + |C|)/2 and B = (P - |C|)/2, and so E|F|² = P and E|F| = √(2A/π)·E(1 - B/A) with the complete elliptic integral of
 * the second kind (Hoyt's distribution). For most bins C = 0 and E|F| = √(πP)/2.
 */
final class WhiteNoise {
    private final int half;
    private final int samples;
    private final double[] power;
    private final double[] squareRe;
    private final double[] squareIm;
    private final double[] sumRe;
    private final double[] sumIm;

    /** Of planes of {@code size × size} samples. */
    WhiteNoise(int size, Window window) {
        int extent = window.extent(size);
        this.half = extent / 2 + 1;
        this.samples = Math.multiplyExact(size, size);
        this.power = new double[half];
        this.squareRe = new double[half];
        this.squareIm = new double[half];
        this.sumRe = new double[half];
        this.sumIm = new double[half];
        float[] weights = window.weights(size);
        double[] re = new double[size];
        double[] im = new double[size];
        double[] cos = new double[extent];
        double[] sin = new double[extent];
        for (int j = 0; j < extent; j++) {
            cos[j] = UnitRoots.cos(j, extent);
            sin[j] = UnitRoots.sin(j, extent);
        }
        for (int k = 0; k < half; k++) {
            Arrays.fill(re, 0);
            Arrays.fill(im, 0);
            for (int j = 0; j < extent; j++) {
                int turn = (int) ((long) j * k % extent);
                re[window.source(j, size)] += weights[j] * cos[turn];
                im[window.source(j, size)] -= weights[j] * sin[turn];
            }
            for (int x = 0; x < size; x++) {
                power[k] += re[x] * re[x] + im[x] * im[x];
                squareRe[k] += re[x] * re[x] - im[x] * im[x];
                squareIm[k] += 2 * re[x] * im[x];
                sumRe[k] += re[x];
                sumIm[k] += im[x];
            }
        }
    }

    /** Expected power at row frequency i and column frequency j. */
    double power(int i, int j) {
        double re = sumRe[i] * sumRe[j] - sumIm[i] * sumIm[j];
        double im = sumRe[i] * sumIm[j] + sumIm[i] * sumRe[j];
        return Math.max(0, power[i] * power[j] - (re * re + im * im) / samples);
    }

    /** Expected amplitude at row frequency i and column frequency j. */
    double amplitude(int i, int j) {
        double re = sumRe[i] * sumRe[j] - sumIm[i] * sumIm[j];
        double im = sumRe[i] * sumIm[j] + sumIm[i] * sumRe[j];
        double pseudoRe = squareRe[i] * squareRe[j] - squareIm[i] * squareIm[j] - (re * re - im * im) / samples;
        double pseudoIm = squareRe[i] * squareIm[j] + squareIm[i] * squareRe[j] - 2 * re * im / samples;
        double pseudo = Math.sqrt(pseudoRe * pseudoRe + pseudoIm * pseudoIm);
        double power = power(i, j);
        double major = (power + pseudo) / 2;
        double minor = Math.max(0, (power - pseudo) / 2);
        return major == 0 ? 0 : Math.sqrt(2 * major / Math.PI) * ellipticE(minor / major);
    }

    /** The frequencies on either axis, 0 to half-1. */
    int half() {
        return half;
    }

    /**
     * The complete elliptic integral of the second kind E(m), m = 1 - complement, by the arithmetic-geometric mean
     * (Abramowitz and Stegun, 17.6).
     */
    static double ellipticE(double complement) {
        if (complement < 1e-15) {
            return 1;
        }
        double a = 1;
        double b = Math.sqrt(complement);
        double sum = (1 - complement) / 2;
        double weight = 1;
        while (a - b > 1e-15) {
            double c = (a - b) / 2;
            double mean = (a + b) / 2;
            b = Math.sqrt(a * b);
            a = mean;
            sum += weight * c * c;
            weight *= 2;
        }
        return Math.PI / (2 * a) * (1 - sum);
    }
}
