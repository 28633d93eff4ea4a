package org.neuralredshift.metrics.compression;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExhaustiveParserTest {
    private static double count(byte[] symbols, int alphabet) {
        return new ExhaustiveParser(symbols.length, alphabet).complexity(symbols);
    }

    /** Every phrase grows until it is found nowhere in what precedes its last symbol. */
    static double definition(String text) {
        int phrases = 0;
        for (int from = 0; from < text.length(); phrases++) {
            int to = from + 1;
            while (to <= text.length() && text.substring(0, to - 1).contains(text.substring(from, to))) {
                to++;
            }
            from = to;
        }
        return phrases;
    }

    @ParameterizedTest
    @CsvSource({
        // A full stop marks a phrase that ends with the sequence, although it has occurred.
        "'', 0",
        "0, 1", // 0
        "00, 2", // 0|0.
        "0000, 2", // 0|000.
        "01, 2", // 0|1
        "0101, 3", // 0|1|01.
        "010101, 3", // 0|1|0101.
        "0110, 3", // 0|1|10
        "0001101001000101, 6", // 0|001|10|100|1000|101  (Lempel and Ziv 1976)
        "1010001001011000, 6", // 1|0|100|01001|011|000.
        "1001111011000010, 6", // 1|0|01|1110|1100|0010
        "1011010100010, 6", // 1|0|11|010|100|010.
        "000101, 3", // 0|001|01.
        "101000, 4", // 1|0|100|0.
        "0120120, 4", // 0|1|2|0120.
        "0112, 3", // 0|1|12
    })
    void cutsAsByHand(String sequence, int phrases) {
        assertEquals(phrases, count(Sequences.of(sequence), 3));
    }

    @Test
    void oneHundredAndOneTokens() {
        // A copy may overlap what it writes, so one phrase fills the rest: 0|00...0. and 0|1|0101...0.
        assertEquals(2, count(Sequences.equal(101), 101));
        assertEquals(3, count(Sequences.periodTwo(101), 101));
        assertEquals(101, count(Sequences.different(101), 101));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 256})
    void agreesWithTheDefinition(int alphabet) {
        Sequences.agree(ExhaustiveParser::new, alphabet, ExhaustiveParserTest::definition);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, ExhaustiveParser.PATIENCE, Integer.MAX_VALUE})
    void agreesWithTheDefinitionHoweverSoonItTurnsToTheAutomaton(int patience) {
        for (int alphabet : new int[] {2, 3, 10}) {
            Parser parser = new ExhaustiveParser(1200, alphabet, patience);
            Sequences.agree(parser, Sequences.random(1200, alphabet, 6), ExhaustiveParserTest::definition);
        }
        for (int alphabet : new int[] {37, 256}) {
            Parser parser = new ExhaustiveParser(1200, alphabet, patience);
            Sequences.agree(parser, Sequences.repetitive(1200), ExhaustiveParserTest::definition);
        }
    }
}
