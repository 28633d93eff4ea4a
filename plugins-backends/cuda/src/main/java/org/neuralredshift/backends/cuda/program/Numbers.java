package org.neuralredshift.backends.cuda.program;

/** Numbers as C: every float with all its bits. */
final class Numbers {
    private Numbers() {}

    /** A float32 constant: hexadecimal, or the bits of an infinity or NaN. */
    static String text(float value) {
        if (Float.isNaN(value)) {
            return "__int_as_float(0x7fffffff)";
        }
        if (Float.isInfinite(value)) {
            return value > 0 ? "__int_as_float(0x7f800000)" : "__int_as_float(0xff800000)";
        }
        if (value == Math.rint(value) && Math.abs(value) < 1e6) {
            return Float.toString(value) + "f";
        }
        return Float.toHexString(value) + "f";
    }
}
