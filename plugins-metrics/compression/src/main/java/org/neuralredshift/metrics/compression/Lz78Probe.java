package org.neuralredshift.metrics.compression;

import org.neuralredshift.api.data.Samples;
import org.neuralredshift.api.metric.Measurement;
import org.neuralredshift.api.metric.Probe;

/**
 * Counts phrases.
 *
 * @param parsing of the samples
 * @param reference the count for a random sequence of as many symbols of the same alphabet
 */
record Lz78Probe(Parsing parsing, double reference) implements Probe {
    @Override
    public void measure(Samples function, Measurement out) {
        int phrases = parsing.phrases(function.values());
        out.value(phrases / reference);
        out.raw(phrases);
    }
}
