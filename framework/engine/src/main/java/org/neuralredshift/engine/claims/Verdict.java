package org.neuralredshift.engine.claims;

import java.util.Collection;
import org.neuralredshift.engine.statistics.Estimate;

/** What the measurements say of a claim. */
public enum Verdict {
    /** The interval lies inside the expected region. */
    HOLDS("holds"),
    /** The interval lies across the edge of the expected region, or groups differ. */
    HOLDS_IN_PART("holds in part"),
    /** The interval lies outside of the expected region. */
    DOES_NOT_HOLD("does not hold"),
    /** There is no interval. */
    NOT_MEASURED("not measured");

    /** The rule, as reports state it. */
    public static final String RULE =
            "A claim names a region in which a number is expected, such as a rise of more than 0.05. It holds if the whole 95 %"
                    + " interval lies inside of that region, does not hold if the whole interval lies outside, and holds in"
                    + " part if the interval lies across the edge. A claim over several groups, such as activations, holds if"
                    + " it holds for all, does not hold if it holds for none, not even in part, and else holds in part. It is"
                    + " not measured if no group has an interval.";

    private final String words;

    Verdict(String words) {
        this.words = words;
    }

    /** In reports. */
    public String words() {
        return words;
    }

    static Verdict of(Estimate estimate, Region region) {
        if (!estimate.hasInterval()) {
            return NOT_MEASURED;
        }
        if (region.contains(estimate.low(), estimate.high())) {
            return HOLDS;
        }
        return region.excludes(estimate.low(), estimate.high()) ? DOES_NOT_HOLD : HOLDS_IN_PART;
    }

    /** The verdict over groups. */
    static Verdict over(Collection<Verdict> groups) {
        for (Verdict all : new Verdict[] {HOLDS, DOES_NOT_HOLD}) {
            if (!groups.isEmpty() && groups.stream().allMatch(all::equals)) {
                return all;
            }
        }
        return groups.stream().allMatch(NOT_MEASURED::equals) ? NOT_MEASURED : HOLDS_IN_PART;
    }
}
