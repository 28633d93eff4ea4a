package org.neuralredshift.metrics.spectral;

/** {@link Butterflies} in plain Java. */
final class ScalarButterflies implements Butterflies {
    /** sin(2π/3). */
    private static final float SIN_3 = (float) UnitRoots.sin(1, 3);
    /** cos(2π/5). */
    private static final float COS_5 = (float) UnitRoots.cos(1, 5);
    /** cos(4π/5). */
    private static final float COS_25 = (float) UnitRoots.cos(2, 5);
    /** sin(2π/5). */
    private static final float SIN_5 = (float) UnitRoots.sin(1, 5);
    /** sin(4π/5). */
    private static final float SIN_25 = (float) UnitRoots.sin(2, 5);

    @Override
    public void two(
            ComplexColumns from,
            int source,
            int step,
            ComplexColumns to,
            int target,
            int run,
            float[] cos,
            float[] sin,
            int twiddle) {
        float[] xr = from.real();
        float[] xi = from.imaginary();
        for (int q = 0; q < run; q++) {
            int at = source + q;
            float ar = xr[at];
            float ai = xi[at];
            float br = xr[at + step];
            float bi = xi[at + step];
            to.real()[target + q] = ar + br;
            to.imaginary()[target + q] = ai + bi;
            rotate(ar - br, ai - bi, cos[twiddle + 1], sin[twiddle + 1], to, target + run + q);
        }
    }

    @Override
    public void three(
            ComplexColumns from,
            int source,
            int step,
            ComplexColumns to,
            int target,
            int run,
            float[] cos,
            float[] sin,
            int twiddle) {
        float[] xr = from.real();
        float[] xi = from.imaginary();
        for (int q = 0; q < run; q++) {
            int at = source + q;
            float ar = xr[at];
            float ai = xi[at];
            float sumR = xr[at + step] + xr[at + 2 * step];
            float sumI = xi[at + step] + xi[at + 2 * step];
            float differenceR = SIN_3 * (xr[at + step] - xr[at + 2 * step]);
            float differenceI = SIN_3 * (xi[at + step] - xi[at + 2 * step]);
            float middleR = ar - 0.5f * sumR;
            float middleI = ai - 0.5f * sumI;
            int out = target + q;
            to.real()[out] = ar + sumR;
            to.imaginary()[out] = ai + sumI;
            rotate(middleR + differenceI, middleI - differenceR, cos[twiddle + 1], sin[twiddle + 1], to, out + run);
            rotate(middleR - differenceI, middleI + differenceR, cos[twiddle + 2], sin[twiddle + 2], to, out + 2 * run);
        }
    }

    @Override
    public void four(
            ComplexColumns from,
            int source,
            int step,
            ComplexColumns to,
            int target,
            int run,
            float[] cos,
            float[] sin,
            int twiddle) {
        float[] xr = from.real();
        float[] xi = from.imaginary();
        for (int q = 0; q < run; q++) {
            int at = source + q;
            float evenR = xr[at] + xr[at + 2 * step];
            float evenI = xi[at] + xi[at + 2 * step];
            float evenDifferenceR = xr[at] - xr[at + 2 * step];
            float evenDifferenceI = xi[at] - xi[at + 2 * step];
            float oddR = xr[at + step] + xr[at + 3 * step];
            float oddI = xi[at + step] + xi[at + 3 * step];
            float oddDifferenceR = xr[at + step] - xr[at + 3 * step];
            float oddDifferenceI = xi[at + step] - xi[at + 3 * step];
            int out = target + q;
            to.real()[out] = evenR + oddR;
            to.imaginary()[out] = evenI + oddI;
            rotate(
                    evenDifferenceR + oddDifferenceI,
                    evenDifferenceI - oddDifferenceR,
                    cos[twiddle + 1],
                    sin[twiddle + 1],
                    to,
                    out + run);
            rotate(evenR - oddR, evenI - oddI, cos[twiddle + 2], sin[twiddle + 2], to, out + 2 * run);
            rotate(
                    evenDifferenceR - oddDifferenceI,
                    evenDifferenceI + oddDifferenceR,
                    cos[twiddle + 3],
                    sin[twiddle + 3],
                    to,
                    out + 3 * run);
        }
    }

    @Override
    public void five(
            ComplexColumns from,
            int source,
            int step,
            ComplexColumns to,
            int target,
            int run,
            float[] cos,
            float[] sin,
            int twiddle) {
        float[] xr = from.real();
        float[] xi = from.imaginary();
        for (int q = 0; q < run; q++) {
            int at = source + q;
            float ar = xr[at];
            float ai = xi[at];
            float outerR = xr[at + step] + xr[at + 4 * step];
            float outerI = xi[at + step] + xi[at + 4 * step];
            float outerDifferenceR = xr[at + step] - xr[at + 4 * step];
            float outerDifferenceI = xi[at + step] - xi[at + 4 * step];
            float innerR = xr[at + 2 * step] + xr[at + 3 * step];
            float innerI = xi[at + 2 * step] + xi[at + 3 * step];
            float innerDifferenceR = xr[at + 2 * step] - xr[at + 3 * step];
            float innerDifferenceI = xi[at + 2 * step] - xi[at + 3 * step];
            float firstR = ar + COS_5 * outerR + COS_25 * innerR;
            float firstI = ai + COS_5 * outerI + COS_25 * innerI;
            float secondR = ar + COS_25 * outerR + COS_5 * innerR;
            float secondI = ai + COS_25 * outerI + COS_5 * innerI;
            float firstSineR = SIN_5 * outerDifferenceR + SIN_25 * innerDifferenceR;
            float firstSineI = SIN_5 * outerDifferenceI + SIN_25 * innerDifferenceI;
            float secondSineR = SIN_25 * outerDifferenceR - SIN_5 * innerDifferenceR;
            float secondSineI = SIN_25 * outerDifferenceI - SIN_5 * innerDifferenceI;
            int out = target + q;
            to.real()[out] = ar + outerR + innerR;
            to.imaginary()[out] = ai + outerI + innerI;
            rotate(firstR + firstSineI, firstI - firstSineR, cos[twiddle + 1], sin[twiddle + 1], to, out + run);
            rotate(secondR + secondSineI, secondI - secondSineR, cos[twiddle + 2], sin[twiddle + 2], to, out + 2 * run);
            rotate(secondR - secondSineI, secondI + secondSineR, cos[twiddle + 3], sin[twiddle + 3], to, out + 3 * run);
            rotate(firstR - firstSineI, firstI + firstSineR, cos[twiddle + 4], sin[twiddle + 4], to, out + 4 * run);
        }
    }

    private static void rotate(float re, float im, float cos, float sin, ComplexColumns to, int at) {
        to.real()[at] = re * cos - im * sin;
        to.imaginary()[at] = re * sin + im * cos;
    }
}
