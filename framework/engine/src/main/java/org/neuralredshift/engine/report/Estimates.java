package org.neuralredshift.engine.report;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.neuralredshift.engine.claims.ClaimResult;
import org.neuralredshift.engine.claims.GroupResult;
import org.neuralredshift.engine.claims.Question;
import org.neuralredshift.engine.figure.Numbers;
import org.neuralredshift.engine.statistics.Estimate;

/** Estimates in words. */
public final class Estimates {
    /** What stands between the values of a group; none of them contains it. */
    private static final String BETWEEN = ", ";

    private Estimates() {}

    /** The value with its interval, as {@code 0.31 [0.29, 0.33]}; a dash if there is none. */
    static String text(Estimate estimate, int decimals) {
        return text(estimate, decimals, false);
    }

    private static String text(Estimate estimate, int decimals, boolean signed) {
        String value = number(estimate.value(), decimals, signed);
        return estimate.hasInterval()
                ? value + " [" + number(estimate.low(), decimals, signed) + ", "
                        + number(estimate.high(), decimals, signed) + "]"
                : value;
    }

    private static String number(double number, int decimals, boolean signed) {
        String text = Numbers.fixed(number, decimals);
        return signed && number > 0 && !text.matches("[0.]+") ? "+" + text : text;
    }

    /** What was measured for a group of a claim: value, interval, units, and what was left out. */
    public static String text(ClaimResult result, GroupResult group) {
        return text(result, group, Map.of());
    }

    /** Likewise, with other names for some of the values that tell groups apart. */
    static String text(ClaimResult result, GroupResult group, Map<String, String> names) {
        String name = group.group().isEmpty() ? "" : named(group.group(), names) + ": ";
        if (group.measurements() == 0) {
            String reason = group.leftOut().isEmpty() ? "the study has no such networks" : leftOut(group.leftOut());
            return name + "nothing, " + reason;
        }
        boolean signed = switch (result.claim().question()) {
            case Question.Effect _, Question.BestEffect _, Question.PeakEffect _ -> true;
            case Question.Level _, Question.BestLevel _, Question.PeakLevel _, Question.Association _ -> false;
        };
        String few = group.estimate().hasInterval() ? "" : ", too few for an interval";
        String others = group.leftOut().isEmpty() ? "" : "; left out: " + leftOut(group.leftOut());
        return name + text(group.estimate(), 3, signed) + ", "
                + group.estimate().units() + " " + group.units() + few + others;
    }

    private static String named(String group, Map<String, String> names) {
        return Stream.of(group.split(BETWEEN))
                .map(value -> names.getOrDefault(value, value))
                .collect(Collectors.joining(BETWEEN));
    }

    /** Counts by reason. */
    static String leftOut(Map<String, Integer> counts) {
        return counts.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
    }
}
