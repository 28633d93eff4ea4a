package org.neuralredshift.cli.console;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers as people read them. */
public final class Quantity {
    private static final MathContext SEVEN_DIGITS = new MathContext(7);

    private Quantity() {}

    /** A number rounded to seven digits, in a form that programs read too, for instance {@code 3.4E38}. */
    public static String number(double number) {
        return Double.isFinite(number)
                ? Double.toString(new BigDecimal(number).round(SEVEN_DIGITS).doubleValue())
                : Double.toString(number);
    }

    /** A rate with about three digits. */
    public static String rate(double perSecond) {
        if (perSecond >= 100) {
            return Long.toString(Math.round(perSecond));
        }
        double unit = perSecond >= 10 ? 10.0 : 100.0;
        return Double.toString(Math.round(perSecond * unit) / unit);
    }

    /** A duration in its two largest units, for instance {@code 3 min 20 s}. */
    public static String time(double seconds) {
        if (seconds < 1) {
            return "under 1 s";
        }
        long whole = Math.round(seconds);
        if (whole < 60) {
            return whole + " s";
        }
        if (whole < 3600) {
            return whole / 60 + " min " + whole % 60 + " s";
        }
        return whole / 3600 + " h " + whole % 3600 / 60 + " min";
    }

    /** A number of things, for instance {@code 1 thread} or {@code 2 threads}. */
    public static String count(long number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }

    /** Bytes in the largest binary unit that leaves at least one, for instance {@code 1.9 GiB}. */
    public static String bytes(long bytes) {
        String[] units = {"B", "KiB", "MiB", "GiB", "TiB"};
        double size = bytes;
        int unit = 0;
        while (size >= 1024 && unit < units.length - 1) {
            size /= 1024;
            unit++;
        }
        return Math.round(size * 10) / 10.0 + " " + units[unit];
    }
}
