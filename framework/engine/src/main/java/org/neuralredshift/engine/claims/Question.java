package org.neuralredshift.engine.claims;

import org.neuralredshift.engine.figure.Numbers;

/** Which number a claim is about. */
public sealed interface Question {
    /** The number in words, to stand before those of the {@linkplain Region region}. */
    String words(String metric);

    /**
     * How much the metric changes from one value of a parameter to another, everything else and the seed being equal.
     *
     * @param of the parameter
     */
    record Effect(String of, Object from, Object to) implements Question {
        @Override
        public String words(String metric) {
            return metric + ", from " + of + " " + Numbers.brief(from) + " to " + Numbers.brief(to) + ",";
        }
    }

    /** The mean of the metric. */
    record Level() implements Question {
        @Override
        public String words(String metric) {
            return "mean " + metric + " is";
        }
    }

    /**
     * How the metric goes with another.
     *
     * @param with label of the other
     * @param ranks whether it is Spearman's correlation; else Pearson's
     */
    record Association(String with, boolean ranks) implements Question {
        @Override
        public String words(String metric) {
            return (ranks ? "Spearman's ρ of " : "Pearson's r of ") + metric + " and " + with + " is";
        }
    }
}
