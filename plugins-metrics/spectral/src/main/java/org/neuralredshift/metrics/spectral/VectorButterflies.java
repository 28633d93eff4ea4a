package org.neuralredshift.metrics.spectral;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * {@link Butterflies} on vectors. The last vector of a run is moved back to end with it and so does some numbers twice,
 * with the same result; runs shorter than one vector are left to {@link ScalarButterflies}.
 */
final class VectorButterflies implements Butterflies {
    private static final VectorSpecies<Double> DOUBLES = DoubleVector.SPECIES_PREFERRED;
    private static final int LANES = DOUBLES.length();
    private static final double SIN_3 = UnitRoots.sin(1, 3);
    private static final double COS_5 = UnitRoots.cos(1, 5);
    private static final double COS_25 = UnitRoots.cos(2, 5);
    private static final double SIN_5 = UnitRoots.sin(1, 5);
    private static final double SIN_25 = UnitRoots.sin(2, 5);

    private final ScalarButterflies scalar = new ScalarButterflies();

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
        if (run < LANES) {
            scalar.two(from, source, step, to, target, run, cos, sin, twiddle);
            return;
        }
        double[] xr = from.real();
        double[] xi = from.imaginary();
        double[] yr = to.real();
        double[] yi = to.imaginary();
        double cos1 = cos[twiddle + 1];
        double sin1 = sin[twiddle + 1];
        for (int q = 0; q < run; q += LANES) {
            int at = Math.min(q, run - LANES);
            int in = source + at;
            int out = target + at;
            DoubleVector ar = load(xr, in);
            DoubleVector ai = load(xi, in);
            DoubleVector br = load(xr, in + step);
            DoubleVector bi = load(xi, in + step);
            ar.add(br).intoArray(yr, out);
            ai.add(bi).intoArray(yi, out);
            DoubleVector re1 = ar.sub(br);
            DoubleVector im1 = ai.sub(bi);
            re1.mul(cos1).sub(im1.mul(sin1)).intoArray(yr, out + run);
            re1.mul(sin1).add(im1.mul(cos1)).intoArray(yi, out + run);
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
        if (run < LANES) {
            scalar.three(from, source, step, to, target, run, cos, sin, twiddle);
            return;
        }
        double[] xr = from.real();
        double[] xi = from.imaginary();
        double[] yr = to.real();
        double[] yi = to.imaginary();
        double cos1 = cos[twiddle + 1];
        double sin1 = sin[twiddle + 1];
        double cos2 = cos[twiddle + 2];
        double sin2 = sin[twiddle + 2];
        for (int q = 0; q < run; q += LANES) {
            int at = Math.min(q, run - LANES);
            int in = source + at;
            int out = target + at;
            DoubleVector ar = load(xr, in);
            DoubleVector ai = load(xi, in);
            DoubleVector br = load(xr, in + step);
            DoubleVector bi = load(xi, in + step);
            DoubleVector cr = load(xr, in + 2 * step);
            DoubleVector ci = load(xi, in + 2 * step);
            DoubleVector sumR = br.add(cr);
            DoubleVector differenceR = br.sub(cr).mul(SIN_3);
            DoubleVector middleR = ar.sub(sumR.mul(0.5));
            DoubleVector sumI = bi.add(ci);
            DoubleVector differenceI = bi.sub(ci).mul(SIN_3);
            DoubleVector middleI = ai.sub(sumI.mul(0.5));
            ar.add(sumR).intoArray(yr, out);
            ai.add(sumI).intoArray(yi, out);
            DoubleVector re1 = middleR.add(differenceI);
            DoubleVector im1 = middleI.sub(differenceR);
            re1.mul(cos1).sub(im1.mul(sin1)).intoArray(yr, out + run);
            re1.mul(sin1).add(im1.mul(cos1)).intoArray(yi, out + run);
            DoubleVector re2 = middleR.sub(differenceI);
            DoubleVector im2 = middleI.add(differenceR);
            re2.mul(cos2).sub(im2.mul(sin2)).intoArray(yr, out + 2 * run);
            re2.mul(sin2).add(im2.mul(cos2)).intoArray(yi, out + 2 * run);
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
        if (run < LANES) {
            scalar.four(from, source, step, to, target, run, cos, sin, twiddle);
            return;
        }
        double[] xr = from.real();
        double[] xi = from.imaginary();
        double[] yr = to.real();
        double[] yi = to.imaginary();
        double cos1 = cos[twiddle + 1];
        double sin1 = sin[twiddle + 1];
        double cos2 = cos[twiddle + 2];
        double sin2 = sin[twiddle + 2];
        double cos3 = cos[twiddle + 3];
        double sin3 = sin[twiddle + 3];
        for (int q = 0; q < run; q += LANES) {
            int at = Math.min(q, run - LANES);
            int in = source + at;
            int out = target + at;
            DoubleVector ar = load(xr, in);
            DoubleVector ai = load(xi, in);
            DoubleVector br = load(xr, in + step);
            DoubleVector bi = load(xi, in + step);
            DoubleVector cr = load(xr, in + 2 * step);
            DoubleVector ci = load(xi, in + 2 * step);
            DoubleVector dr = load(xr, in + 3 * step);
            DoubleVector di = load(xi, in + 3 * step);
            DoubleVector evenR = ar.add(cr);
            DoubleVector evenDifferenceR = ar.sub(cr);
            DoubleVector oddR = br.add(dr);
            DoubleVector oddDifferenceR = br.sub(dr);
            DoubleVector evenI = ai.add(ci);
            DoubleVector evenDifferenceI = ai.sub(ci);
            DoubleVector oddI = bi.add(di);
            DoubleVector oddDifferenceI = bi.sub(di);
            evenR.add(oddR).intoArray(yr, out);
            evenI.add(oddI).intoArray(yi, out);
            DoubleVector re1 = evenDifferenceR.add(oddDifferenceI);
            DoubleVector im1 = evenDifferenceI.sub(oddDifferenceR);
            re1.mul(cos1).sub(im1.mul(sin1)).intoArray(yr, out + run);
            re1.mul(sin1).add(im1.mul(cos1)).intoArray(yi, out + run);
            DoubleVector re2 = evenR.sub(oddR);
            DoubleVector im2 = evenI.sub(oddI);
            re2.mul(cos2).sub(im2.mul(sin2)).intoArray(yr, out + 2 * run);
            re2.mul(sin2).add(im2.mul(cos2)).intoArray(yi, out + 2 * run);
            DoubleVector re3 = evenDifferenceR.sub(oddDifferenceI);
            DoubleVector im3 = evenDifferenceI.add(oddDifferenceR);
            re3.mul(cos3).sub(im3.mul(sin3)).intoArray(yr, out + 3 * run);
            re3.mul(sin3).add(im3.mul(cos3)).intoArray(yi, out + 3 * run);
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
        if (run < LANES) {
            scalar.five(from, source, step, to, target, run, cos, sin, twiddle);
            return;
        }
        double[] xr = from.real();
        double[] xi = from.imaginary();
        double[] yr = to.real();
        double[] yi = to.imaginary();
        double cos1 = cos[twiddle + 1];
        double sin1 = sin[twiddle + 1];
        double cos2 = cos[twiddle + 2];
        double sin2 = sin[twiddle + 2];
        double cos3 = cos[twiddle + 3];
        double sin3 = sin[twiddle + 3];
        double cos4 = cos[twiddle + 4];
        double sin4 = sin[twiddle + 4];
        for (int q = 0; q < run; q += LANES) {
            int at = Math.min(q, run - LANES);
            int in = source + at;
            int out = target + at;
            DoubleVector ar = load(xr, in);
            DoubleVector ai = load(xi, in);
            DoubleVector br = load(xr, in + step);
            DoubleVector bi = load(xi, in + step);
            DoubleVector cr = load(xr, in + 2 * step);
            DoubleVector ci = load(xi, in + 2 * step);
            DoubleVector dr = load(xr, in + 3 * step);
            DoubleVector di = load(xi, in + 3 * step);
            DoubleVector er = load(xr, in + 4 * step);
            DoubleVector ei = load(xi, in + 4 * step);
            DoubleVector outerR = br.add(er);
            DoubleVector outerDifferenceR = br.sub(er);
            DoubleVector innerR = cr.add(dr);
            DoubleVector innerDifferenceR = cr.sub(dr);
            DoubleVector firstR = ar.add(outerR.mul(COS_5)).add(innerR.mul(COS_25));
            DoubleVector secondR = ar.add(outerR.mul(COS_25)).add(innerR.mul(COS_5));
            DoubleVector firstSineR = outerDifferenceR.mul(SIN_5).add(innerDifferenceR.mul(SIN_25));
            DoubleVector secondSineR = outerDifferenceR.mul(SIN_25).sub(innerDifferenceR.mul(SIN_5));
            DoubleVector outerI = bi.add(ei);
            DoubleVector outerDifferenceI = bi.sub(ei);
            DoubleVector innerI = ci.add(di);
            DoubleVector innerDifferenceI = ci.sub(di);
            DoubleVector firstI = ai.add(outerI.mul(COS_5)).add(innerI.mul(COS_25));
            DoubleVector secondI = ai.add(outerI.mul(COS_25)).add(innerI.mul(COS_5));
            DoubleVector firstSineI = outerDifferenceI.mul(SIN_5).add(innerDifferenceI.mul(SIN_25));
            DoubleVector secondSineI = outerDifferenceI.mul(SIN_25).sub(innerDifferenceI.mul(SIN_5));
            ar.add(outerR).add(innerR).intoArray(yr, out);
            ai.add(outerI).add(innerI).intoArray(yi, out);
            DoubleVector re1 = firstR.add(firstSineI);
            DoubleVector im1 = firstI.sub(firstSineR);
            re1.mul(cos1).sub(im1.mul(sin1)).intoArray(yr, out + run);
            re1.mul(sin1).add(im1.mul(cos1)).intoArray(yi, out + run);
            DoubleVector re2 = secondR.add(secondSineI);
            DoubleVector im2 = secondI.sub(secondSineR);
            re2.mul(cos2).sub(im2.mul(sin2)).intoArray(yr, out + 2 * run);
            re2.mul(sin2).add(im2.mul(cos2)).intoArray(yi, out + 2 * run);
            DoubleVector re3 = secondR.sub(secondSineI);
            DoubleVector im3 = secondI.add(secondSineR);
            re3.mul(cos3).sub(im3.mul(sin3)).intoArray(yr, out + 3 * run);
            re3.mul(sin3).add(im3.mul(cos3)).intoArray(yi, out + 3 * run);
            DoubleVector re4 = firstR.sub(firstSineI);
            DoubleVector im4 = firstI.add(firstSineR);
            re4.mul(cos4).sub(im4.mul(sin4)).intoArray(yr, out + 4 * run);
            re4.mul(sin4).add(im4.mul(cos4)).intoArray(yi, out + 4 * run);
        }
    }

    private static DoubleVector load(double[] memory, int at) {
        return DoubleVector.fromArray(DOUBLES, memory, at);
    }
}
