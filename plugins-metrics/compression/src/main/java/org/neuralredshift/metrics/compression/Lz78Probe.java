package org.neuralredshift.metrics.compression;

import org.neuralredshift.api.data.Samples;
import org.neuralredshift.api.metric.Measurement;
import org.neuralredshift.api.metric.Probe;

/** Reads samples in a fixed order, quantises them and counts phrases. */
final class Lz78Probe implements Probe {
    private final int[] order;
    private final Quantiser quantiser;
    private final double reference;
    private final byte[] symbols;
    private final PhraseCounter counter;

    Lz78Probe(int[] order, Quantiser quantiser, double reference) {
        this.order = order;
        this.quantiser = quantiser;
        this.reference = reference;
        this.symbols = new byte[order.length];
        this.counter = new PhraseCounter(order.length, quantiser.alphabet());
    }

    @Override
    public void measure(Samples function, Measurement out) {
        quantiser.quantise(function.values(), order, symbols);
        int phrases = counter.count(symbols, symbols.length);
        out.value(phrases / reference);
        out.raw(phrases);
    }
}
