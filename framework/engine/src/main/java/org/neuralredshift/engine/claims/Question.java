package org.neuralredshift.engine.claims;

import java.util.List;
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
     * The mean of the metric at the best of the values of some parameters, chosen by half of the seeds and judged by the others.
     *
     * @param over the parameters whose values are chosen
     */
    record BestLevel(List<String> over) implements Question {
        public BestLevel {
            over = List.copyOf(over);
        }

        @Override
        public String words(String metric) {
            return "mean " + metric + " at the best " + String.join(" and ", over) + " is";
        }
    }

    /** An end of an effect: not one value of the parameter, but the best of all. */
    String BEST = "best";

    /**
     * How much that changes from one value of a parameter to another, each with its own best.
     *
     * @param over the parameters whose values are chosen
     * @param effect what changes; one end may be {@value #BEST} if its parameter is among those
     */
    record BestEffect(List<String> over, Effect effect) implements Question {
        public BestEffect {
            over = List.copyOf(over);
        }

        @Override
        public String words(String metric) {
            String best = "the best " + String.join(" and ", over);
            if (effect.from().equals(BEST)) {
                return metric + ", from " + best + " to " + effect.of() + " " + Numbers.brief(effect.to()) + ",";
            }
            if (effect.to().equals(BEST)) {
                return metric + ", from " + effect.of() + " " + Numbers.brief(effect.from()) + " to " + best + ",";
            }
            return effect.words(metric + " at " + best);
        }
    }

    /**
     * Where a metric is largest.
     *
     * @param of the parameter along which it is sought
     * @param fitted whether that of a quadratic fit is sought; else that of the means
     */
    record Summit(String of, boolean fitted) {
        private String words(String metric) {
            return of + " at the peak of " + (fitted ? "the quadratic fit of " : "mean ") + metric;
        }
    }

    /** The value of a parameter at which the metric is largest. */
    record PeakLevel(Summit summit) implements Question {
        @Override
        public String words(String metric) {
            return summit.words(metric) + " is";
        }
    }

    /** How often that value doubles from one value of another parameter to another. */
    record PeakEffect(Summit summit, Effect effect) implements Question {
        @Override
        public String words(String metric) {
            return effect.words("doublings of " + summit.words(metric));
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
