package org.neuralredshift.engine.study;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Several numbers in one word.
 *
 * <ul>
 *   <li>{@code range(1, 8)}: whole numbers, both ends included; {@code range(1, 9, 2)} in steps
 *   <li>{@code linspace(0, 1, 5)}: so many numbers at equal distances, both ends included
 *   <li>{@code logspace(0.1, 100, 15)}: so many numbers at equal ratios, both ends included
 * </ul>
 *
 * <p>Spaced numbers are rounded to 12 significant digits, so that 10 is 10 and not 9.999999999999998.
 */
final class Ranges {
    /** What an author should write. */
    static final String HELP =
            "Write range(1, 8), range(1, 9, 2), linspace(0, 1, 5) or logspace(0.1, 100, 15): both ends are included.";

    private static final Pattern CALL = Pattern.compile("\\s*([a-z]+)\\s*\\(([^()]*)\\)\\s*");
    /** What YAML leaves of a range whose first comma separates items. */
    private static final Pattern CUT = Pattern.compile("(range|linspace|logspace)\\s*\\([^,()]*");

    private static final MathContext TWELVE_DIGITS = new MathContext(12);
    /** Values of one range at most. */
    static final int MOST = 1_000_000;

    private Ranges() {}

    /** Whether a text is meant as a range. */
    static boolean isRange(String text) {
        return CALL.matcher(text).matches();
    }

    /** Whether a text is the beginning of a range, up to its first comma. */
    static boolean isCut(String text) {
        return CUT.matcher(text).matches();
    }

    /**
     * The numbers of a range: Long from {@code range}, else Double.
     *
     * @throws IllegalArgumentException with the end of the sentence "parameters.depth ..."
     */
    static List<Object> expand(String text) {
        Matcher matcher = CALL.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("is " + text + ", which is no range");
        }
        String[] arguments = matcher.group(2).split(",", -1);
        return switch (matcher.group(1)) {
            case "range" -> whole(text, arguments);
            case "linspace" -> spaced(text, arguments, false);
            case "logspace" -> spaced(text, arguments, true);
            default ->
                throw new IllegalArgumentException("is " + text + ", but there is no range called " + matcher.group(1));
        };
    }

    private static List<Object> whole(String text, String[] arguments) {
        if (arguments.length != 2 && arguments.length != 3) {
            throw new IllegalArgumentException("is " + text + ", but range takes first, last and perhaps a step");
        }
        long first = integer(text, arguments[0]);
        long last = integer(text, arguments[1]);
        long step = arguments.length == 3 ? integer(text, arguments[2]) : 1;
        if (step < 1) {
            throw new IllegalArgumentException("is " + text + ", but the step must be 1 or more");
        }
        if (first > last) {
            throw new IllegalArgumentException("is " + text + ", which is empty: " + first + " is above " + last);
        }
        if (Math.subtractExact(last, first) / step >= MOST) {
            throw new IllegalArgumentException("is " + text + ", which has more than " + MOST + " values");
        }
        List<Object> values = new ArrayList<>();
        for (long value = first; value <= last; value += step) {
            values.add(value);
        }
        return values;
    }

    private static List<Object> spaced(String text, String[] arguments, boolean logarithmic) {
        if (arguments.length != 3) {
            throw new IllegalArgumentException("is " + text + ", but it takes first, last and how many");
        }
        double first = real(text, arguments[0]);
        double last = real(text, arguments[1]);
        long count = integer(text, arguments[2]);
        if (count < 1 || count > MOST) {
            throw new IllegalArgumentException("is " + text + ", but how many must be from 1 to " + MOST);
        }
        if (count == 1 && first != last) {
            throw new IllegalArgumentException("is " + text + ", but one value cannot be both ends");
        }
        if (logarithmic && !(first > 0 && last > 0)) {
            throw new IllegalArgumentException("is " + text + ", but both ends of a logspace must be above 0");
        }
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double t = count == 1 ? 0 : i / (count - 1.0);
            double value = logarithmic ? first * StrictMath.pow(last / first, t) : first + t * (last - first);
            values.add(i == 0 ? first : i == count - 1 ? last : rounded(text, value));
        }
        return values;
    }

    private static double rounded(String text, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("is " + text + ", whose ends are too far apart");
        }
        return new BigDecimal(value).round(TWELVE_DIGITS).doubleValue();
    }

    private static long integer(String text, String argument) {
        try {
            return Long.parseLong(argument.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("is " + text + ", but '" + argument.strip() + "' is no whole number", e);
        }
    }

    private static double real(String text, String argument) {
        try {
            double value = Double.parseDouble(argument.strip());
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("is " + text + ", but '" + argument.strip() + "' is no number", e);
        }
        throw new IllegalArgumentException("is " + text + ", but '" + argument.strip() + "' is not finite");
    }
}
