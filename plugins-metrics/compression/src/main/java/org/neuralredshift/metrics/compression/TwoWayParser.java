package org.neuralredshift.metrics.compression;

/**
 * K = log2(n) · (c(s) + c(reverse of s)) / 2 with c the phrases of {@link ExhaustiveParser}, and K = log2(n) if all of the
 * n symbols are equal (Dingle, Camargo, Louis, "Input-output maps are strongly biased towards simple outputs", Nature
 * Communications 9, 2018; Valle-Pérez, Camargo, Louis, "Deep learning generalizes because the parameter-function map is
 * biased towards simple functions", ICLR 2019).
 */
final class TwoWayParser implements Parser {
    private final Parser oneWay;
    private final byte[] reversed;

    TwoWayParser(int length, int alphabet) {
        this.oneWay = new ExhaustiveParser(length, alphabet);
        this.reversed = new byte[length];
    }

    /** K, in bits. */
    @Override
    public double complexity(byte[] symbols) {
        int length = symbols.length;
        boolean constant = true;
        for (int i = 0; i < length; i++) {
            reversed[length - 1 - i] = symbols[i];
            constant &= symbols[i] == symbols[0];
        }
        double bits = Math.log(length) / Math.log(2);
        return constant ? bits : bits * (oneWay.complexity(symbols) + oneWay.complexity(reversed)) / 2;
    }
}
