package org.neuralredshift.metrics.compression;

import org.neuralredshift.api.Description;

/** The number of phrases of the exhaustive history: {@link ExhaustiveParser}. */
public final class Lz76Metric extends LempelZivMetric {
    /** For the service loader. */
    public Lz76Metric() {
        super(ExhaustiveParser::new);
    }

    @Override
    public String id() {
        return "lz76";
    }

    @Override
    public int revision() {
        return 1;
    }

    @Override
    public Description description() {
        return described(
                "Steps of a machine that writes the function's quantised values by copying from what it wrote",
                "c counts the phrases when s is cut, from the left, into shortest phrases that do not occur in what precedes their last symbol; the last phrase counts in any case.",
                "Lempel and Ziv 1976.");
    }
}
