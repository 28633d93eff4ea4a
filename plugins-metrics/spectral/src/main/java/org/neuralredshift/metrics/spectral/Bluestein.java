package org.neuralredshift.metrics.spectral;

import java.util.Arrays;

/**
 * The Fourier transform of any length as a convolution with a chirp (Bluestein, "A linear filtering approach to the
 * computation of discrete Fourier transform", 1970): jk = (j² + k² - (k-j)²)/2.
 */
final class Bluestein implements ColumnTransform {
    private final int length;
    private final int lanes;
    private final int padded;
    private final MixedRadix convolution;
    /** exp(-πi·j²/length). */
    private final float[] chirpCos;

    private final float[] chirpSin;
    /** The transform of the conjugate chirp, divided by the padded length. */
    private final float[] filterRe;

    private final float[] filterIm;
    private final ComplexColumns wide;
    private final ComplexColumns wideSpare;

    Bluestein(int length, int lanes) {
        this.length = length;
        this.lanes = lanes;
        this.padded = smoothAtLeast(2 * length - 1);
        this.convolution = new MixedRadix(padded, lanes);
        this.chirpCos = new float[length];
        this.chirpSin = new float[length];
        ComplexColumns filter = ComplexColumns.of(padded, 1);
        for (int j = 0; j < length; j++) {
            chirpCos[j] = (float) UnitRoots.cos((long) j * j, 2L * length);
            chirpSin[j] = (float) -UnitRoots.sin((long) j * j, 2L * length);
            for (int at : new int[] {j, (padded - j) % padded}) {
                filter.real()[at] = chirpCos[j] / padded;
                filter.imaginary()[at] = -chirpSin[j] / padded;
            }
        }
        ComplexColumns transformed = new MixedRadix(padded, 1).apply(filter, ComplexColumns.of(padded, 1));
        this.filterRe = transformed.real();
        this.filterIm = transformed.imaginary();
        this.wide = ComplexColumns.of(padded, lanes);
        this.wideSpare = ComplexColumns.of(padded, lanes);
    }

    private static int smoothAtLeast(int minimum) {
        int length = minimum;
        while (!MixedRadix.handles(length)) {
            length++;
        }
        return length;
    }

    @Override
    public ComplexColumns apply(ComplexColumns data, ComplexColumns spare) {
        Arrays.fill(wide.real(), length * lanes, padded * lanes, 0);
        Arrays.fill(wide.imaginary(), length * lanes, padded * lanes, 0);
        for (int j = 0; j < length; j++) {
            multiply(data, wide, j, chirpCos[j], chirpSin[j], 1);
        }
        ComplexColumns forward = convolution.apply(wide, wideSpare);
        ComplexColumns other = forward == wide ? wideSpare : wide;
        // The inverse transform is the conjugate of the transform of the conjugate.
        for (int j = 0; j < padded; j++) {
            multiply(forward, forward, j, filterRe[j], filterIm[j], -1);
        }
        ComplexColumns backward = convolution.apply(forward, other);
        for (int j = 0; j < length; j++) {
            multiply(backward, data, j, chirpCos[j], -chirpSin[j], -1);
        }
        return data;
    }

    /** Row j of {@code to} is row j of {@code from} times re + i·im, then conjugated if {@code sign} is -1. */
    private void multiply(ComplexColumns from, ComplexColumns to, int j, float re, float im, float sign) {
        for (int at = j * lanes; at < (j + 1) * lanes; at++) {
            float a = from.real()[at];
            float b = from.imaginary()[at];
            to.real()[at] = a * re - b * im;
            to.imaginary()[at] = sign * (a * im + b * re);
        }
    }
}
