package org.neuralredshift.backends.cpu;

/** Constants of the elementary functions, see {@link ElementaryFunctions}. */
final class Coefficients {
    /** Adding it rounds a float below 2^22 to a whole number, which then stands in the low bits. */
    static final float ROUNDING = 0x1.8p23f;

    static final float LOG2_E = 1.4426950408889634f;
    /** ln 2 in two parts; the first has few bits, so that its product with a whole number is exact. */
    static final float LN2_HIGH = 0x1.62e4p-1f;

    static final float LN2_LOW = (float) (0.6931471805599453 - 0x1.62e4p-1);
    /** Below it e^x is less than the smallest normal number, and is flushed to zero. */
    static final float EXP_UNDERFLOW = -87.33654f;
    /** Above it e^x exceeds the largest float. */
    static final float EXP_OVERFLOW = 88.72283f;
    /** e^r for |r| at most ln(2)/2. */
    static final float[] EXP = floats(Polynomial.fit(StrictMath::exp, 0, 0.3466, 6));

    static final float INVERSE_PI = (float) (1 / Math.PI);
    /** π in three parts of 24 bits. */
    static final float PI_HIGH = (float) Math.PI;

    static final float PI_MIDDLE = (float) (Math.PI - PI_HIGH);
    static final float PI_LOW = (float) ((Math.PI - PI_HIGH - PI_MIDDLE) + 1.2246467991473532e-16);
    /** Above it the rounded quotient by π may miss the nearest whole number by more than the polynomial reaches. */
    static final float SINE_LIMIT = 0x1p17f;
    /** (sin(r)/r - 1)/r² in r², |r| at most 1.58, as coefficients of r², lowest first. */
    static final float[] SINE = sine();

    /** Subtracted from the bits of a float so that its exponent part counts powers of two from sqrt(1/2) on. */
    static final int SQRT_HALF_BITS = Float.floatToRawIntBits((float) Math.sqrt(0.5));
    /** (log(1+f) - f + f²/2)/f³ for 1+f in [sqrt(1/2), sqrt(2)]. */
    static final float[] LOG = floats(Polynomial.fit(
            f -> Math.abs(f) < 1e-3 ? 1.0 / 3 - f / 4 + f * f / 5 : (StrictMath.log1p(f) - f + f * f / 2) / (f * f * f),
            (Math.sqrt(2) + Math.sqrt(0.5)) / 2 - 1,
            (Math.sqrt(2) - Math.sqrt(0.5)) / 2,
            8));
    /** Where the polynomial of {@link #LOG} is centred. */
    static final float LOG_CENTRE = (float) ((Math.sqrt(2) + Math.sqrt(0.5)) / 2 - 1);

    private Coefficients() {}

    private static float[] sine() {
        double square = 1.58 * 1.58;
        double[] centred = Polynomial.fit(
                s -> {
                    double r = Math.sqrt(s);
                    return (StrictMath.sin(r) / r - 1) / s;
                },
                square / 2,
                square / 2,
                3);
        return floats(shift(centred, -square / 2));
    }

    /** The coefficients of p(x + by) from those of p(x). */
    private static double[] shift(double[] p, double by) {
        double[] shifted = p.clone();
        for (int i = 0; i < p.length; i++) {
            for (int j = p.length - 2; j >= i; j--) {
                shifted[j] += by * shifted[j + 1];
            }
        }
        return shifted;
    }

    private static float[] floats(double[] values) {
        float[] out = new float[values.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = (float) values[i];
        }
        return out;
    }
}
