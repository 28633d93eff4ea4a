package org.neuralredshift.metrics.compression;

/** Quantises to levels and then counts. */
final class LevelParsing implements Parsing {
    private final int[] order;
    private final Quantiser quantiser;
    private final byte[] symbols;
    private final PhraseCounter counter;

    LevelParsing(int[] order, Quantiser quantiser) {
        this.order = order;
        this.quantiser = quantiser;
        this.symbols = new byte[order.length];
        this.counter = new PhraseCounter(order.length, quantiser.alphabet());
    }

    @Override
    public int alphabet() {
        return quantiser.alphabet();
    }

    @Override
    public int phrases(float[] values) {
        quantiser.quantise(values, order, symbols);
        return counter.count(symbols, symbols.length);
    }
}
