package org.neuralredshift.engine.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A continuous axis.
 *
 * @param low its lower end
 * @param high its upper end, above low
 * @param logarithmic whether equal ratios take equal room; then low is above 0
 */
public record Scale(double low, double high, boolean logarithmic) {
    private static final double MOST_FOR_MINOR_LABELS = 150;
    private static final double MARGIN = 0.03;
    private static final double LEAST_RATIO = 4;

    /**
     * A mark on an axis.
     *
     * @param position 0 at the lower end, 1 at the upper
     * @param label empty for a minor mark
     */
    public record Tick(double position, String label) {}

    public Scale {
        if (!(low < high) || logarithmic && low <= 0) {
            throw new IllegalArgumentException("no axis from " + low + " to " + high);
        }
    }

    /** A linear axis from 0 to 1, or further at either end, to a round number, if values lie there. */
    public static Scale unitOrMore(double lowest, double highest) {
        double low = lowest >= 0 || Double.isNaN(lowest) ? 0 : -roundUp(-lowest);
        double high = highest <= 1 || Double.isNaN(highest) ? 1 : roundUp(highest);
        return new Scale(low, high, false);
    }

    /**
     * An axis for these values, a little longer at both ends; logarithmic if they are spaced like a geometric series.
     *
     * @param values ascending, at least one
     */
    public static Scale along(double... values) {
        double low = values[0];
        double high = values[values.length - 1];
        if (low == high) {
            return new Scale(low - 0.5, high + 0.5, false);
        }
        if (isGeometric(values)) {
            double margin = Math.pow(high / low, MARGIN);
            return new Scale(low / margin, high * margin, true);
        }
        return new Scale(low - MARGIN * (high - low), high + MARGIN * (high - low), false);
    }

    /**
     * Whether ratios of neighbours are clearly more alike than their differences, or the values span three decades; two
     * values, if they span one.
     */
    static boolean isGeometric(double... ascending) {
        double low = ascending[0];
        double ratio = ascending[ascending.length - 1] / low;
        if (!(low > 0) || ratio < LEAST_RATIO) {
            return false;
        }
        double[] logarithms = Arrays.stream(ascending).map(Math::log).toArray();
        return ascending.length == 2
                ? ratio >= 10
                : ratio >= 1000 || unevenness(logarithms) < 0.5 * unevenness(ascending);
    }

    /** The standard deviation of steps by their mean. */
    private static double unevenness(double[] values) {
        double mean = (values[values.length - 1] - values[0]) / (values.length - 1);
        double squares = 0;
        for (int i = 1; i < values.length; i++) {
            squares += Math.pow(values[i] - values[i - 1] - mean, 2);
        }
        return Math.sqrt(squares / (values.length - 1)) / mean;
    }

    /** An axis for a measure: 0 to 1 if its values lie there, decades if they span two and lie beyond, else as far as they go. */
    public static Scale ordinate(double lowest, double highest) {
        if (isWide(lowest, highest)) {
            return new Scale(
                    Math.pow(10, Math.floor(Math.log10(lowest))), Math.pow(10, Math.ceil(Math.log10(highest))), true);
        }
        return unitOrMore(lowest, highest);
    }

    /** An axis for a measure that ends a little beyond its values; decades if they span two and lie beyond 0 to 1. */
    public static Scale around(double lowest, double highest) {
        if (!(lowest < highest)) {
            return Double.isFinite(lowest) ? along(lowest) : new Scale(0, 1, false);
        }
        if (isWide(lowest, highest)) {
            double margin = Math.pow(highest / lowest, MARGIN);
            return new Scale(lowest / margin, highest * margin, true);
        }
        double margin = MARGIN * (highest - lowest);
        return new Scale(lowest - margin, highest + margin, false);
    }

    /** With a little room above the upper end, so that what lies there is seen. */
    public Scale withHeadroom() {
        return logarithmic
                ? new Scale(low, high * Math.pow(high / low, MARGIN), true)
                : new Scale(low, high + 1.5 * MARGIN * (high - low), false);
    }

    private static boolean isWide(double lowest, double highest) {
        return lowest > 0 && highest > 2 && highest / lowest > 100;
    }

    /** The least of 1, 1.1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8 times a power of ten that is not below a positive number. */
    static double roundUp(double number) {
        double power = Math.pow(10, Math.floor(Math.log10(number)));
        for (double step : new double[] {1, 1.1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8}) {
            if (step * power >= number * (1 - 1e-9)) {
                return step * power;
            }
        }
        return 10 * power;
    }

    /** Where a value lies: 0 at the lower end, 1 at the upper; outside if it is beyond. */
    public double position(double value) {
        return logarithmic ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low);
    }

    /**
     * Marks: on a linear axis about {@code count}; on a logarithmic one decades, and 2 and 5 between them if few, or the round
     * numbers of a linear one if these would leave fewer than two labels.
     */
    public List<Tick> ticks(int count) {
        List<Tick> decades = logarithmic ? logTicks(count) : List.of();
        boolean enough =
                decades.stream().filter(tick -> !tick.label().isEmpty()).count() > 1;
        return enough ? decades : linearTicks(count);
    }

    private List<Tick> linearTicks(int count) {
        double raw = (high - low) / count;
        double power = Math.pow(10, Math.floor(Math.log10(raw)));
        double step = power;
        for (double factor : new double[] {2, 5, 10}) {
            double nearest = Math.abs(Math.log(step / raw));
            step = Math.abs(Math.log(factor * power / raw)) < nearest ? factor * power : step;
        }
        List<Tick> ticks = new ArrayList<>();
        for (long i = (long) Math.ceil(low / step - 1e-9); i * step <= high + 1e-9 * step; i++) {
            ticks.add(new Tick(position(i * step), Numbers.brief(i * step)));
        }
        return ticks;
    }

    private List<Tick> logTicks(int count) {
        int first = (int) Math.ceil(Math.log10(low) - 1e-9);
        int last = (int) Math.floor(Math.log10(high) + 1e-9);
        boolean few = high / low < MOST_FOR_MINOR_LABELS;
        int every = Math.max(1, (int) Math.ceil((last - first) / (double) count));
        List<Tick> ticks = new ArrayList<>();
        for (int exponent = first - 1; exponent <= last; exponent++) {
            for (int digit = 1; digit <= 9; digit++) {
                double value = digit * Math.pow(10, exponent);
                double position = position(value);
                boolean labelled = digit == 1 ? (exponent - first) % every == 0 : few && (digit == 2 || digit == 5);
                if (position > -1e-6 && position < 1 + 1e-6 && (labelled || every == 1)) {
                    ticks.add(new Tick(position, labelled ? Numbers.brief(value) : ""));
                }
            }
        }
        return ticks;
    }
}
