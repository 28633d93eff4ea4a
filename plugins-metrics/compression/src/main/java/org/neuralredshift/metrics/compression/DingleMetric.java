package org.neuralredshift.metrics.compression;

import org.neuralredshift.api.Description;

/** Description length from both directions: {@link TwoWayParser}. */
public final class DingleMetric extends LempelZivMetric {
    /** For the service loader. */
    public DingleMetric() {
        super(TwoWayParser::new);
    }

    @Override
    public String id() {
        return "lz76:dingle";
    }

    @Override
    public int revision() {
        return 1;
    }

    @Override
    public Description description() {
        return described(
                "Bits to describe the function's quantised values, from the LZ76 phrases forwards and backwards",
                "c(s) = log2(n) · (p(s) + p(reverse of s)) / 2 with p the phrases of lz76 and n the length of s; log2(n) if s is constant.",
                "Dingle, Camargo, Louis 2018; Valle-Pérez, Camargo, Louis 2019.");
    }
}
