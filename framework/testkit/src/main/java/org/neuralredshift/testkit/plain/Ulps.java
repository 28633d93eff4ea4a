package org.neuralredshift.testkit.plain;

/** Errors of float32 results in units of the last place. */
public final class Ulps {
    /** Numbers beyond this may be infinite in float32 after a lawful error. */
    private static final double NEARLY_INFINITE = Float.MAX_VALUE * (1 - 1e-6);

    private Ulps() {}

    /** Whether a result is the float nearest to what is expected; 0 equals -0, and NaN equals NaN. */
    public static boolean same(double expected, float found) {
        float rounded = (float) expected;
        return rounded == found || Float.isNaN(rounded) && Float.isNaN(found);
    }

    /**
     * The distance of a result from what is expected. Results below the normal numbers may be flushed to 0, and those at the
     * largest may be infinite.
     */
    public static double between(double expected, float found) {
        if (same(expected, found)) {
            return 0;
        }
        if (Double.isNaN(expected) || Float.isNaN(found)) {
            return Double.POSITIVE_INFINITY;
        }
        if (Math.abs(expected) < Float.MIN_NORMAL && Math.abs(found) <= Float.MIN_NORMAL) {
            return 0;
        }
        if (Math.abs(expected) > NEARLY_INFINITE && Math.abs(found) > NEARLY_INFINITE) {
            return Math.signum(expected) == Math.signum(found) ? 0 : Double.POSITIVE_INFINITY;
        }
        return Math.abs(found - expected) / Math.ulp((float) expected);
    }
}
