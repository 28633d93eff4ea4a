package org.neuralredshift.api.random;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RandomStreamTest {
    @Test
    void theWordsOfAStreamAreItsBlocksInOrder() {
        RandomStream stream = new RandomStream().reset(0xa4093822L, 0x299f31d0L, 0x13198a2e, 0x03707344);
        int[] block = new int[4];
        for (int number = 0; number < 3; number++) {
            Philox.block(0xa4093822, 0x299f31d0, number, 0, 0x13198a2e, 0x03707344, block);
            for (int lane = 0; lane < 4; lane++) {
                assertEquals(block[lane], stream.nextWord());
            }
        }
    }

    @Test
    void aNewStreamStartsAtItsFirstWordWhereverTheLastOneStood() {
        RandomStream stream = new RandomStream();
        assertEquals(0x6627e8d5, stream.nextWord());
        assertEquals(0xe169c58d, stream.nextWord());
        assertEquals(0x6627e8d5, stream.reset(0, 0, 0, 0).nextWord());
    }

    @Test
    void openNumbersAreTheWordsInUnitsOfTwoToTheMinus32() {
        RandomStream stream = new RandomStream();
        assertEquals((0x6627e8d5L + 0.5) / 4294967296.0, stream.nextOpen());
        assertEquals((0xe169c58dL + 0.5) / 4294967296.0, stream.nextOpen());
    }

    @Test
    void neitherHugeTailsNorInfinitiesComeOutOfTheTransformations() {
        RandomStream stream = new RandomStream().reset(3, 4, 5, 0);
        for (int i = 0; i < 20_000; i++) {
            assertTrue(Math.abs(stream.nextNormal()) < 6.4);
            assertTrue(Double.isFinite(stream.nextStudentT(2.5)));
        }
    }

    /** The words of the published example are 0.399, 0.881, 0.736 and 0.605 of 2^32: places 1 of 5, 3 of 4, 2 of 3, 1 of 2. */
    @Test
    void aShuffleTakesOneWordForEachNumberButTheFirst() {
        int[] numbers = {10, 11, 12, 13, 14};
        RandomStream stream = new RandomStream();
        stream.shuffle(numbers);
        assertArrayEquals(new int[] {10, 14, 12, 13, 11}, numbers);
        RandomStream four = new RandomStream();
        for (int word = 0; word < 4; word++) {
            four.nextWord();
        }
        assertEquals(four.nextWord(), stream.nextWord());
    }

    /** 6,000 shuffles of three numbers: a count is 1,000 with a standard deviation of 29. */
    @Test
    void allOrdersAreEquallyLikely() {
        RandomStream stream = new RandomStream().reset(1, 2, 3, 4);
        Map<List<Integer>, Integer> counts = new HashMap<>();
        for (int i = 0; i < 6000; i++) {
            int[] numbers = {0, 1, 2};
            stream.shuffle(numbers);
            counts.merge(Arrays.stream(numbers).boxed().toList(), 1, Integer::sum);
        }
        assertEquals(6, counts.size());
        counts.forEach((order, count) -> assertEquals(1000, count, 150, order.toString()));
    }

    @Test
    void rejectsASeedThatDoesNotFitInOneWord() {
        RandomStream stream = new RandomStream();
        String message = assertThrows(IllegalArgumentException.class, () -> stream.reset(1L << 32, 0, 0, 0))
                .getMessage();
        assertEquals("the study seed is 4294967296, but must be from 0 to 4294967295", message);
        assertThrows(IllegalArgumentException.class, () -> stream.reset(0, -1, 0, 0));
    }
}
