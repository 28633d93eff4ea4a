package org.neuralredshift.metrics.compression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MatchFinderTest {
    /** Every earlier place is compared symbol by symbol. */
    private static int definition(byte[] symbols, int place) {
        int longest = 0;
        for (int earlier = 0; earlier < place; earlier++) {
            int size = 0;
            while (place + size < symbols.length && symbols[earlier + size] == symbols[place + size]) {
                size++;
            }
            longest = Math.max(longest, size);
        }
        return longest;
    }

    private static void agree(int alphabet, List<byte[]> sequences) {
        int length = sequences.getFirst().length;
        MatchFinder finder = new MatchFinder(length, alphabet, Integer.MAX_VALUE);
        for (byte[] symbols : sequences) {
            finder.read(symbols);
            for (int place = 0; place < length; place++) {
                int at = place;
                assertEquals(
                        definition(symbols, place),
                        Math.min(finder.longest(place), length - place),
                        () -> "from " + at + " of " + Sequences.text(symbols));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 100, 256})
    void findsTheLongestAtEveryPlaceOfRandomSequences(int alphabet) {
        for (int length : new int[] {1, 2, 3, 7, 8, 9, 15, 16, 17, 31, 64, 100, 333}) {
            agree(alphabet, Sequences.random(length, alphabet, 12));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {37, 64, 256})
    void findsTheLongestAtEveryPlaceOfRepetitiveSequences(int alphabet) {
        agree(alphabet, Sequences.repetitive(40));
        agree(alphabet, Sequences.repetitive(700));
    }

    @Test
    void findsTheLongestOfTwoLevels() {
        agree(
                2,
                Sequences.repetitive(500).stream()
                        .filter(symbols -> IntStream.range(0, 500).allMatch(i -> symbols[i] < 2))
                        .toList());
    }

    @Test
    void givesUpWhenItsStepsAreSpent() {
        Random random = new Random(1);
        byte[] ones = new byte[4000];
        for (int i = 0; i < 8; i++) {
            ones[random.nextInt(ones.length)] = 1;
        }
        MatchFinder finder = new MatchFinder(ones.length, 2, 0);
        finder.read(ones);
        assertTrue(IntStream.range(0, ones.length).anyMatch(place -> finder.longest(place) == MatchFinder.GAVE_UP));
    }
}
