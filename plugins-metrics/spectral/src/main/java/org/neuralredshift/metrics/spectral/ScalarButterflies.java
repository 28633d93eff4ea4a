package org.neuralredshift.metrics.spectral;

/** {@link Butterflies} in plain Java. */
final class ScalarButterflies implements Butterflies {
    /** sin(2π/3). */
    private static final double SIN_3 = UnitRoots.sin(1, 3);
    /** cos(2π/5). */
    private static final double COS_5 = UnitRoots.cos(1, 5);
    /** cos(4π/5). */
    private static final double COS_25 = UnitRoots.cos(2, 5);
    /** sin(2π/5). */
    private static final double SIN_5 = UnitRoots.sin(1, 5);
    /** sin(4π/5). */
    private static final double SIN_25 = UnitRoots.sin(2, 5);

    @Override
    public void two(
            ComplexColumns from,
            int source,
            int step,
            ComplexColumns to,
            int target,
            int run,
            double[] cos,
            double[] sin,
            int twiddle) {
        double[] xr = from.real();
        double[] xi = from.imaginary();
        for (int q = 0; q < run; q++) {
            int at = source + q;
            double ar = xr[at];
            double ai = xi[at];
            double br = xr[at + step];
            double bi = xi[at + step];
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
            double[] cos,
            double[] sin,
            int twiddle) {
        double[] xr = from.real();
        double[] xi = from.imaginary();
        for (int q = 0; q < run; q++) {
            int at = source + q;
            double ar = xr[at];
            double ai = xi[at];
            double sumR = xr[at + step] + xr[at + 2 * step];
            double sumI = xi[at + step] + xi[at + 2 * step];
            double differenceR = SIN_3 * (xr[at + step] - xr[at + 2 * step]);
            double differenceI = SIN_3 * (xi[at + step] - xi[at + 2 * step]);
            double middleR = ar - 0.5 * sumR;
            double middleI = ai - 0.5 * sumI;
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
            double[] cos,
            double[] sin,
            int twiddle) {
        double[] xr = from.real();
        double[] xi = from.imaginary();
        for (int q = 0; q < run; q++) {
            int at = source + q;
            double evenR = xr[at] + xr[at + 2 * step];
            double evenI = xi[at] + xi[at + 2 * step];
            double evenDifferenceR = xr[at] - xr[at + 2 * step];
            double evenDifferenceI = xi[at] - xi[at + 2 * step];
            double oddR = xr[at + step] + xr[at + 3 * step];
            double oddI = xi[at + step] + xi[at + 3 * step];
            double oddDifferenceR = xr[at + step] - xr[at + 3 * step];
            double oddDifferenceI = xi[at + step] - xi[at + 3 * step];
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
            double[] cos,
            double[] sin,
            int twiddle) {
        double[] xr = from.real();
        double[] xi = from.imaginary();
        for (int q = 0; q < run; q++) {
            int at = source + q;
            double ar = xr[at];
            double ai = xi[at];
            double outerR = xr[at + step] + xr[at + 4 * step];
            double outerI = xi[at + step] + xi[at + 4 * step];
            double outerDifferenceR = xr[at + step] - xr[at + 4 * step];
            double outerDifferenceI = xi[at + step] - xi[at + 4 * step];
            double innerR = xr[at + 2 * step] + xr[at + 3 * step];
            double innerI = xi[at + 2 * step] + xi[at + 3 * step];
            double innerDifferenceR = xr[at + 2 * step] - xr[at + 3 * step];
            double innerDifferenceI = xi[at + 2 * step] - xi[at + 3 * step];
            double firstR = ar + COS_5 * outerR + COS_25 * innerR;
            double firstI = ai + COS_5 * outerI + COS_25 * innerI;
            double secondR = ar + COS_25 * outerR + COS_5 * innerR;
            double secondI = ai + COS_25 * outerI + COS_5 * innerI;
            double firstSineR = SIN_5 * outerDifferenceR + SIN_25 * innerDifferenceR;
            double firstSineI = SIN_5 * outerDifferenceI + SIN_25 * innerDifferenceI;
            double secondSineR = SIN_25 * outerDifferenceR - SIN_5 * innerDifferenceR;
            double secondSineI = SIN_25 * outerDifferenceI - SIN_5 * innerDifferenceI;
            int out = target + q;
            to.real()[out] = ar + outerR + innerR;
            to.imaginary()[out] = ai + outerI + innerI;
            rotate(firstR + firstSineI, firstI - firstSineR, cos[twiddle + 1], sin[twiddle + 1], to, out + run);
            rotate(secondR + secondSineI, secondI - secondSineR, cos[twiddle + 2], sin[twiddle + 2], to, out + 2 * run);
            rotate(secondR - secondSineI, secondI + secondSineR, cos[twiddle + 3], sin[twiddle + 3], to, out + 3 * run);
            rotate(firstR - firstSineI, firstI + firstSineR, cos[twiddle + 4], sin[twiddle + 4], to, out + 4 * run);
        }
    }

    private static void rotate(double re, double im, double cos, double sin, ComplexColumns to, int at) {
        to.real()[at] = re * cos - im * sin;
        to.imaginary()[at] = re * sin + im * cos;
    }
}
