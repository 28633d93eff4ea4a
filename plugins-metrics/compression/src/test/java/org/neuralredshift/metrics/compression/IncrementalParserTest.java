package org.neuralredshift.metrics.compression;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IncrementalParserTest {
    private static double count(byte[] symbols, int alphabet) {
        return new IncrementalParser(symbols.length, alphabet).complexity(symbols);
    }

    /** A set of phrases, and a phrase that grows until it is not in it. */
    private static double definition(String text) {
        Set<String> phrases = new HashSet<>();
        String phrase = "";
        for (char symbol : text.toCharArray()) {
            phrase += symbol;
            if (phrases.add(phrase)) {
                phrase = "";
            }
        }
        return phrases.size();
    }

    @ParameterizedTest
    @CsvSource({
        // A full stop marks an unfinished phrase.
        "'', 0",
        "0, 1", // 0
        "00, 1", // 0|0.
        "000, 2", // 0|00
        "01, 2", // 0|1
        "0101, 3", // 0|1|01
        "010101, 3", // 0|1|01|01.
        "0101010, 4", // 0|1|01|010
        "1011010100010, 7", // 1|0|11|01|010|00|10  (Cover and Thomas, "Elements of Information Theory", 12.10)
        "1001111011000010, 8", // 1|0|01|11|10|110|00|010
        "0010111010010111011011, 8", // 0|01|011|1|010|0101|11|0110|11.
        "0001101001000101, 7", // 0|00|1|10|100|1000|101
        "0120120, 5", // 0|1|2|01|20
    })
    void cutsAsByHand(String sequence, int phrases) {
        assertEquals(phrases, count(Sequences.of(sequence), 3));
    }

    @Test
    void oneHundredAndOneTokens() {
        // Phrases of 1, 2, ..., 13 tokens make 91; the other 10 are an unfinished phrase.
        assertEquals(13, count(Sequences.equal(101), 101));
        // 0|1|01|010|10|101|0101|01010|1010|10101|...: lengths 1 1 2 3 2 3 4 5 4 5 6 7 6 7 8 9 8 9 10 make 100, and 0.
        assertEquals(19, count(Sequences.periodTwo(101), 101));
        assertEquals(101, count(Sequences.different(101), 101));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 10, 256})
    void agreesWithTheDefinition(int alphabet) {
        Sequences.agree(IncrementalParser::new, alphabet, IncrementalParserTest::definition);
    }

    @Test
    void hasRoomForTheLongestList() {
        // Every word of 1, 2 and 3 bits, one after the other: 2 + 4 + 8 phrases in 2 + 8 + 24 symbols.
        StringBuilder all = new StringBuilder();
        for (int size = 1; size <= 3; size++) {
            for (int word = 0; word < 1 << size; word++) {
                all.append(Integer.toBinaryString(1 << size | word).substring(1));
            }
        }
        assertEquals(34, all.length());
        assertEquals(14, count(Sequences.of(all.toString()), 2));
    }
}
