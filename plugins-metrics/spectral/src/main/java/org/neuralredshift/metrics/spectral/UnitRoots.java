package org.neuralredshift.metrics.spectral;

/** Points on the unit circle, to half an ulp or so, with the same bits anywhere. */
final class UnitRoots {
    private UnitRoots() {}

    /** cos(2π·numerator/denominator). */
    static double cos(long numerator, long denominator) {
        return StrictMath.cos(angle(numerator, denominator));
    }

    /** sin(2π·numerator/denominator). */
    static double sin(long numerator, long denominator) {
        return StrictMath.sin(angle(numerator, denominator));
    }

    /** Reduced to [-π, π) while still whole, so that no digit is lost in large products. */
    private static double angle(long numerator, long denominator) {
        long turn = Math.floorMod(numerator, denominator);
        long signed = 2 * turn >= denominator ? turn - denominator : turn;
        return 2 * Math.PI * signed / denominator;
    }
}
