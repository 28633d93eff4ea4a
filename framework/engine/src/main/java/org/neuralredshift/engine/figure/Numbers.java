package org.neuralredshift.engine.figure;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers as people read them. */
public final class Numbers {
    private static final double LARGE = 1e6;

    private Numbers() {}

    /** At most three significant digits, no trailing zeros, a power of ten only outside 0.0001 to 100,000. */
    public static String brief(double number) {
        return rounded(number, 3);
    }

    /** A whole number exactly; else like {@link #brief}; anything but a number as its text. */
    public static String brief(Object value) {
        return switch (value) {
            case Long whole -> Long.toString(whole);
            case Integer whole -> Integer.toString(whole);
            case Number number -> brief(number.doubleValue());
            default -> value.toString();
        };
    }

    /** At most that many significant digits. */
    static String rounded(double number, int digits) {
        if (!Double.isFinite(number)) {
            return Double.isNaN(number) ? "–" : number > 0 ? "∞" : "−∞";
        }
        if (number == 0) {
            return "0";
        }
        BigDecimal rounded =
                new BigDecimal(number).round(new MathContext(digits)).stripTrailingZeros();
        double size = Math.abs(rounded.doubleValue());
        if (size >= 1e-4 && size < 1e5) {
            return rounded.toPlainString().replace('-', '−');
        }
        int exponent = rounded.precision() - rounded.scale() - 1;
        return (rounded.scaleByPowerOfTen(-exponent).stripTrailingZeros().toPlainString() + "e" + exponent)
                .replace('-', '−');
    }

    /**
     * With exactly that many digits after the point, and a true minus sign. From a million on, where they would tell nothing, as a
     * power of ten with one more significant digit.
     */
    public static String fixed(double number, int decimals) {
        if (!(Math.abs(number) < LARGE)) {
            return rounded(number, decimals + 1);
        }
        String text = String.format(java.util.Locale.ROOT, "%." + decimals + "f", number);
        return (text.matches("-0\\.?0*") ? text.substring(1) : text).replace('-', '−');
    }
}
