package org.neuralredshift.engine.claims;

import org.neuralredshift.engine.figure.Numbers;

/**
 * Where a claim expects a number.
 *
 * @param low lower edge, or minus infinity
 * @param high upper edge, or infinity
 * @param closed whether the edges belong to it
 * @param words for instance {@code above 0.8}
 */
public record Region(double low, double high, boolean closed, String words) {
    static Region above(double edge, String words) {
        return new Region(edge, Double.POSITIVE_INFINITY, false, words + edge(edge));
    }

    static Region below(double edge, String words) {
        return new Region(Double.NEGATIVE_INFINITY, edge, false, words + edge(edge));
    }

    /** From {@code centre - by} to {@code centre + by}, with both. */
    static Region around(double centre, double by, String words) {
        return new Region(centre - by, centre + by, true, words);
    }

    static String edge(double number) {
        return Numbers.brief(number);
    }

    /** Whether every number from a to b is in it. */
    boolean contains(double a, double b) {
        return closed ? a >= low && b <= high : a > low && b < high;
    }

    /** Whether no number from a to b is in it. */
    boolean excludes(double a, double b) {
        return closed ? b < low || a > high : b <= low || a >= high;
    }
}
