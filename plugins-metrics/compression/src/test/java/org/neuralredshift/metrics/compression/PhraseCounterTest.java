package org.neuralredshift.metrics.compression;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhraseCounterTest {
    /** The definition, written out: a set of phrases, and a phrase that grows until it is not in it. */
    private static int slow(byte[] symbols) {
        Set<String> phrases = new HashSet<>();
        String phrase = "";
        for (byte symbol : symbols) {
            phrase += (char) (symbol & 0xFF);
            if (phrases.add(phrase)) {
                phrase = "";
            }
        }
        return phrases.size();
    }

    @ParameterizedTest
    @CsvSource({
        // A full stop marks an unfinished phrase.
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
    })
    void cutsAsByHand(String sequence, int phrases) {
        byte[] symbols = new byte[sequence.length()];
        for (int i = 0; i < symbols.length; i++) {
            symbols[i] = (byte) (sequence.charAt(i) - '0');
        }
        assertEquals(phrases, new PhraseCounter(symbols.length, 2).count(symbols, symbols.length));
    }

    @Test
    void oneHundredAndOneTokens() {
        byte[] equal = new byte[101];
        byte[] periodTwo = new byte[101];
        byte[] different = new byte[101];
        for (int i = 0; i < 101; i++) {
            periodTwo[i] = (byte) (i % 2);
            different[i] = (byte) i;
        }
        // Phrases of 1, 2, ..., 13 tokens make 91; the other 10 are an unfinished phrase.
        assertEquals(13, new PhraseCounter(101, 101).count(equal, 101));
        // 0|1|01|010|10|101|0101|01010|1010|10101|...: lengths 1 1 2 3 2 3 4 5 4 5 6 7 6 7 8 9 8 9 10 make 100, and 0.
        assertEquals(19, new PhraseCounter(101, 101).count(periodTwo, 101));
        assertEquals(101, new PhraseCounter(101, 101).count(different, 101));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 10, 256})
    void agreesWithTheDefinition(int alphabet) {
        Random random = new Random(alphabet);
        PhraseCounter counter = new PhraseCounter(2000, alphabet);
        for (int trial = 0; trial < 60; trial++) {
            byte[] symbols = new byte[1 + random.nextInt(2000)];
            int period = 1 + random.nextInt(symbols.length);
            for (int i = 0; i < symbols.length; i++) {
                symbols[i] = i < period ? (byte) random.nextInt(alphabet) : symbols[i - period];
            }
            assertEquals(slow(symbols), counter.count(symbols, symbols.length));
        }
    }

    @Test
    void zeroIsNotAboveMinusZero() {
        // 0001 = 0|00|1 whichever sign the zeros have.
        int[] order = {0, 1, 2, 3};
        assertEquals(3, new PhraseCounter(4, 2).countAbove(-0f, new float[] {0f, 0f, 0f, 1}, order));
        assertEquals(3, new PhraseCounter(4, 2).countAbove(0f, new float[] {-0f, -0f, -0f, 1}, order));
    }

    @Test
    void readsSamplesAboveAThresholdInAnyOrder() {
        Random random = new Random(9);
        PhraseCounter counter = new PhraseCounter(500, 2);
        for (int trial = 0; trial < 50; trial++) {
            float[] values = new float[500];
            byte[] symbols = new byte[500];
            int[] order = new int[500];
            for (int i = 0; i < 500; i++) {
                order[i] = 499 - i;
                values[499 - i] = random.nextInt(-2, 3) * (trial % 2 == 0 ? Float.MIN_VALUE : Float.MAX_VALUE / 2);
                symbols[i] = (byte) (values[499 - i] > 0 ? 1 : 0);
            }
            assertEquals(slow(symbols), counter.countAbove(0, values, order));
        }
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
        byte[] symbols = new byte[all.length()];
        for (int i = 0; i < symbols.length; i++) {
            symbols[i] = (byte) (all.charAt(i) - '0');
        }
        assertEquals(34, symbols.length);
        assertEquals(14, PhraseCounter.mostPhrases(34, 2));
        assertEquals(14, PhraseCounter.mostPhrases(37, 2));
        assertEquals(15, PhraseCounter.mostPhrases(38, 2));
        assertEquals(14, new PhraseCounter(34, 2).count(symbols, 34));
        assertEquals(256, PhraseCounter.mostPhrases(257, 256));
    }
}
