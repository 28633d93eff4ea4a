package org.neuralredshift.metrics.compression;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DictionaryParserTest {
    private static double size(byte[] symbols, int alphabet) {
        return new DictionaryParser(symbols.length, alphabet).complexity(symbols);
    }

    /** A set of words; the longest one that fits is sought from the front. */
    private static double definition(String text, int alphabet) {
        Set<String> words = new HashSet<>();
        for (char symbol = 0; symbol < alphabet; symbol++) {
            words.add(String.valueOf(symbol));
        }
        for (int from = 0; from < text.length(); ) {
            int to = text.length();
            while (!words.contains(text.substring(from, to))) {
                to--;
            }
            if (to < text.length()) {
                words.add(text.substring(from, to + 1));
            }
            from = to;
        }
        return words.size();
    }

    @ParameterizedTest
    @CsvSource({
        // What is cut off; the word that is added follows in brackets.
        "'', 2, 2",
        "0, 2, 2", // 0
        "00, 2, 3", // 0(00)|0
        "000, 2, 3", // 0(00)|00
        "0000, 2, 4", // 0(00)|00(000)|0
        "01, 2, 3", // 0(01)|1
        "0101, 2, 4", // 0(01)|1(10)|01
        "010101, 2, 5", // 0(01)|1(10)|01(010)|01
        "0101010, 2, 5", // 0(01)|1(10)|01(010)|010
        "1011010100010, 2, 9", // 1(10)|0(01)|1(11)|10(101)|101(1010)|0(00)|00(001)|10
        "0001101001000101, 2, 11", // 0(00)|00(001)|1(11)|1(10)|0(01)|10(100)|01(010)|00(000)|010(0101)|1
        "0120120, 3, 7", // 0(01)|1(12)|2(20)|01(012)|20
        "0120120, 10, 14", // the same; symbols that do not occur are in the dictionary
    })
    void growsAsByHand(String sequence, int alphabet, int size) {
        assertEquals(size, size(Sequences.of(sequence), alphabet));
    }

    @Test
    void oneHundredAndOneTokens() {
        // 1, 2, ..., 13 tokens are cut off, then the last 10: 13 words are added.
        assertEquals(101 + 13, size(Sequences.equal(101), 101));
        // 0|1|01|010|10|101|...: lengths 1 1 2 3 2 3 4 5 4 5 6 7 6 7 8 9 8 9 10 make 100; the last 0 adds nothing.
        assertEquals(101 + 19, size(Sequences.periodTwo(101), 101));
        assertEquals(101 + 100, size(Sequences.different(101), 101));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 10, 256})
    void agreesWithTheDefinition(int alphabet) {
        Sequences.agree(DictionaryParser::new, alphabet, text -> definition(text, alphabet));
    }
}
