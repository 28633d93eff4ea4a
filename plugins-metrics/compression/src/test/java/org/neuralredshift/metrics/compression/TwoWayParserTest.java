package org.neuralredshift.metrics.compression;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TwoWayParserTest {
    private static double bits(byte[] symbols, int alphabet) {
        return new TwoWayParser(symbols.length, alphabet).complexity(symbols);
    }

    private static double definition(String text) {
        double log = Math.log(text.length()) / Math.log(2);
        String reversed = new StringBuilder(text).reverse().toString();
        return text.chars().distinct().count() <= 1
                ? log
                : log * (ExhaustiveParserTest.definition(text) + ExhaustiveParserTest.definition(reversed)) / 2;
    }

    @ParameterizedTest
    @CsvSource({
        // Forwards and backwards, each as lz76 cuts it.
        "01, 2", // log2(2) = 1; 0|1 and 1|0
        "0011, 6", // log2(4) = 2; 0|01|1. and 1|10|0.
        "00010100, 10.5", // log2(8) = 3; 0|001|0100 and 0|01|0100|0.
        "0001101001000101, 24", // log2(16) = 4; 0|001|10|100|1000|101 and 1|0|100|01001|011|000.
    })
    void asByHand(String sequence, double bits) {
        assertEquals(bits, bits(Sequences.of(sequence), 2), 1e-12);
    }

    @Test
    void constantSequencesTakeTheLogarithmOfTheirLength() {
        assertEquals(2, bits(Sequences.equal(4), 2), 1e-12);
        assertEquals(6, bits(Sequences.equal(64), 10), 1e-12);
        assertEquals(0, bits(Sequences.equal(1), 2));
    }

    @Test
    void oneHundredAndOneTokens() {
        double log = Math.log(101) / Math.log(2);
        assertEquals(3 * log, bits(Sequences.periodTwo(101), 101), 1e-12);
        assertEquals(101 * log, bits(Sequences.different(101), 101), 1e-9);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 10})
    void agreesWithTheDefinition(int alphabet) {
        Sequences.agree(TwoWayParser::new, alphabet, TwoWayParserTest::definition);
    }
}
