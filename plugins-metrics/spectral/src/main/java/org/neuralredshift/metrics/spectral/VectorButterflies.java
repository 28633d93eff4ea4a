package org.neuralredshift.metrics.spectral;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * {@link Butterflies} on vectors. The last vector of a run is moved back to end with it and so does some numbers twice,
 * with the same result; runs shorter than one vector are left to {@link ScalarButterflies}.
 */
final class VectorButterflies implements Butterflies {
    private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = FLOATS.length();
    private static final float SIN_3 = (float) UnitRoots.sin(1, 3);
    private static final float COS_5 = (float) UnitRoots.cos(1, 5);
    private static final float COS_25 = (float) UnitRoots.cos(2, 5);
    private static final float SIN_5 = (float) UnitRoots.sin(1, 5);
    private static final float SIN_25 = (float) UnitRoots.sin(2, 5);

    private final ScalarButterflies scalar = new ScalarButterflies();

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
        if (run < LANES) {
            scalar.two(from, source, step, to, target, run, cos, sin, twiddle);
            return;
        }
        float[] xr = from.real();
        float[] xi = from.imaginary();
        float[] yr = to.real();
        float[] yi = to.imaginary();
        float cos1 = cos[twiddle + 1];
        float sin1 = sin[twiddle + 1];
        for (int q = 0; q < run; q += LANES) {
            int at = Math.min(q, run - LANES);
            int in = source + at;
            int out = target + at;
            FloatVector ar = load(xr, in);
            FloatVector ai = load(xi, in);
            FloatVector br = load(xr, in + step);
            FloatVector bi = load(xi, in + step);
            ar.add(br).intoArray(yr, out);
            ai.add(bi).intoArray(yi, out);
            FloatVector re1 = ar.sub(br);
            FloatVector im1 = ai.sub(bi);
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
            float[] cos,
            float[] sin,
            int twiddle) {
        if (run < LANES) {
            scalar.three(from, source, step, to, target, run, cos, sin, twiddle);
            return;
        }
        float[] xr = from.real();
        float[] xi = from.imaginary();
        float[] yr = to.real();
        float[] yi = to.imaginary();
        float cos1 = cos[twiddle + 1];
        float sin1 = sin[twiddle + 1];
        float cos2 = cos[twiddle + 2];
        float sin2 = sin[twiddle + 2];
        for (int q = 0; q < run; q += LANES) {
            int at = Math.min(q, run - LANES);
            int in = source + at;
            int out = target + at;
            FloatVector ar = load(xr, in);
            FloatVector ai = load(xi, in);
            FloatVector br = load(xr, in + step);
            FloatVector bi = load(xi, in + step);
            FloatVector cr = load(xr, in + 2 * step);
            FloatVector ci = load(xi, in + 2 * step);
            FloatVector sumR = br.add(cr);
            FloatVector differenceR = br.sub(cr).mul(SIN_3);
            FloatVector middleR = ar.sub(sumR.mul(0.5f));
            FloatVector sumI = bi.add(ci);
            FloatVector differenceI = bi.sub(ci).mul(SIN_3);
            FloatVector middleI = ai.sub(sumI.mul(0.5f));
            ar.add(sumR).intoArray(yr, out);
            ai.add(sumI).intoArray(yi, out);
            FloatVector re1 = middleR.add(differenceI);
            FloatVector im1 = middleI.sub(differenceR);
            re1.mul(cos1).sub(im1.mul(sin1)).intoArray(yr, out + run);
            re1.mul(sin1).add(im1.mul(cos1)).intoArray(yi, out + run);
            FloatVector re2 = middleR.sub(differenceI);
            FloatVector im2 = middleI.add(differenceR);
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
            float[] cos,
            float[] sin,
            int twiddle) {
        if (run < LANES) {
            scalar.four(from, source, step, to, target, run, cos, sin, twiddle);
            return;
        }
        float[] xr = from.real();
        float[] xi = from.imaginary();
        float[] yr = to.real();
        float[] yi = to.imaginary();
        float cos1 = cos[twiddle + 1];
        float sin1 = sin[twiddle + 1];
        float cos2 = cos[twiddle + 2];
        float sin2 = sin[twiddle + 2];
        float cos3 = cos[twiddle + 3];
        float sin3 = sin[twiddle + 3];
        for (int q = 0; q < run; q += LANES) {
            int at = Math.min(q, run - LANES);
            int in = source + at;
            int out = target + at;
            FloatVector ar = load(xr, in);
            FloatVector ai = load(xi, in);
            FloatVector br = load(xr, in + step);
            FloatVector bi = load(xi, in + step);
            FloatVector cr = load(xr, in + 2 * step);
            FloatVector ci = load(xi, in + 2 * step);
            FloatVector dr = load(xr, in + 3 * step);
            FloatVector di = load(xi, in + 3 * step);
            FloatVector evenR = ar.add(cr);
            FloatVector evenDifferenceR = ar.sub(cr);
            FloatVector oddR = br.add(dr);
            FloatVector oddDifferenceR = br.sub(dr);
            FloatVector evenI = ai.add(ci);
            FloatVector evenDifferenceI = ai.sub(ci);
            FloatVector oddI = bi.add(di);
            FloatVector oddDifferenceI = bi.sub(di);
            evenR.add(oddR).intoArray(yr, out);
            evenI.add(oddI).intoArray(yi, out);
            FloatVector re1 = evenDifferenceR.add(oddDifferenceI);
            FloatVector im1 = evenDifferenceI.sub(oddDifferenceR);
            re1.mul(cos1).sub(im1.mul(sin1)).intoArray(yr, out + run);
            re1.mul(sin1).add(im1.mul(cos1)).intoArray(yi, out + run);
            FloatVector re2 = evenR.sub(oddR);
            FloatVector im2 = evenI.sub(oddI);
            re2.mul(cos2).sub(im2.mul(sin2)).intoArray(yr, out + 2 * run);
            re2.mul(sin2).add(im2.mul(cos2)).intoArray(yi, out + 2 * run);
            FloatVector re3 = evenDifferenceR.sub(oddDifferenceI);
            FloatVector im3 = evenDifferenceI.add(oddDifferenceR);
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
            float[] cos,
            float[] sin,
            int twiddle) {
        if (run < LANES) {
            scalar.five(from, source, step, to, target, run, cos, sin, twiddle);
            return;
        }
        float[] xr = from.real();
        float[] xi = from.imaginary();
        float[] yr = to.real();
        float[] yi = to.imaginary();
        float cos1 = cos[twiddle + 1];
        float sin1 = sin[twiddle + 1];
        float cos2 = cos[twiddle + 2];
        float sin2 = sin[twiddle + 2];
        float cos3 = cos[twiddle + 3];
        float sin3 = sin[twiddle + 3];
        float cos4 = cos[twiddle + 4];
        float sin4 = sin[twiddle + 4];
        for (int q = 0; q < run; q += LANES) {
            int at = Math.min(q, run - LANES);
            int in = source + at;
            int out = target + at;
            FloatVector ar = load(xr, in);
            FloatVector ai = load(xi, in);
            FloatVector br = load(xr, in + step);
            FloatVector bi = load(xi, in + step);
            FloatVector cr = load(xr, in + 2 * step);
            FloatVector ci = load(xi, in + 2 * step);
            FloatVector dr = load(xr, in + 3 * step);
            FloatVector di = load(xi, in + 3 * step);
            FloatVector er = load(xr, in + 4 * step);
            FloatVector ei = load(xi, in + 4 * step);
            FloatVector outerR = br.add(er);
            FloatVector outerDifferenceR = br.sub(er);
            FloatVector innerR = cr.add(dr);
            FloatVector innerDifferenceR = cr.sub(dr);
            FloatVector firstR = ar.add(outerR.mul(COS_5)).add(innerR.mul(COS_25));
            FloatVector secondR = ar.add(outerR.mul(COS_25)).add(innerR.mul(COS_5));
            FloatVector firstSineR = outerDifferenceR.mul(SIN_5).add(innerDifferenceR.mul(SIN_25));
            FloatVector secondSineR = outerDifferenceR.mul(SIN_25).sub(innerDifferenceR.mul(SIN_5));
            FloatVector outerI = bi.add(ei);
            FloatVector outerDifferenceI = bi.sub(ei);
            FloatVector innerI = ci.add(di);
            FloatVector innerDifferenceI = ci.sub(di);
            FloatVector firstI = ai.add(outerI.mul(COS_5)).add(innerI.mul(COS_25));
            FloatVector secondI = ai.add(outerI.mul(COS_25)).add(innerI.mul(COS_5));
            FloatVector firstSineI = outerDifferenceI.mul(SIN_5).add(innerDifferenceI.mul(SIN_25));
            FloatVector secondSineI = outerDifferenceI.mul(SIN_25).sub(innerDifferenceI.mul(SIN_5));
            ar.add(outerR).add(innerR).intoArray(yr, out);
            ai.add(outerI).add(innerI).intoArray(yi, out);
            FloatVector re1 = firstR.add(firstSineI);
            FloatVector im1 = firstI.sub(firstSineR);
            re1.mul(cos1).sub(im1.mul(sin1)).intoArray(yr, out + run);
            re1.mul(sin1).add(im1.mul(cos1)).intoArray(yi, out + run);
            FloatVector re2 = secondR.add(secondSineI);
            FloatVector im2 = secondI.sub(secondSineR);
            re2.mul(cos2).sub(im2.mul(sin2)).intoArray(yr, out + 2 * run);
            re2.mul(sin2).add(im2.mul(cos2)).intoArray(yi, out + 2 * run);
            FloatVector re3 = secondR.sub(secondSineI);
            FloatVector im3 = secondI.add(secondSineR);
            re3.mul(cos3).sub(im3.mul(sin3)).intoArray(yr, out + 3 * run);
            re3.mul(sin3).add(im3.mul(cos3)).intoArray(yi, out + 3 * run);
            FloatVector re4 = firstR.sub(firstSineI);
            FloatVector im4 = firstI.add(firstSineR);
            re4.mul(cos4).sub(im4.mul(sin4)).intoArray(yr, out + 4 * run);
            re4.mul(sin4).add(im4.mul(cos4)).intoArray(yi, out + 4 * run);
        }
    }

    private static FloatVector load(float[] memory, int at) {
        return FloatVector.fromArray(FLOATS, memory, at);
    }
}
