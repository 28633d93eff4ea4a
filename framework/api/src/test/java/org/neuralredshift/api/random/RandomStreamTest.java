package org.neuralredshift.api.random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

    @Test
    void rejectsASeedThatDoesNotFitInOneWord() {
        RandomStream stream = new RandomStream();
        String message = assertThrows(IllegalArgumentException.class, () -> stream.reset(1L << 32, 0, 0, 0))
                .getMessage();
        assertEquals("the study seed is 4294967296, but must be from 0 to 4294967295", message);
        assertThrows(IllegalArgumentException.class, () -> stream.reset(0, -1, 0, 0));
    }
}
