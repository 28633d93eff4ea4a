package org.neuralredshift.api.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class OrdersTest {
    private static final int[] ROWS = {10, 20, 30, 40, 50};

    private static float[] shuffled(long seed, long from, int length) {
        return new Orders(ROWS.length, length).shuffled(ROWS, 7, seed, from);
    }

    @Test
    void everyEpochIsAnotherPermutationOfTheRows() {
        float[] order = shuffled(1, 0, 50);
        for (int epoch = 0; epoch < 10; epoch++) {
            float[] sorted = Arrays.copyOfRange(order, 5 * epoch, 5 * epoch + 5);
            Arrays.sort(sorted);
            assertArrayEquals(new float[] {10, 20, 30, 40, 50}, sorted);
        }
        assertFalse(Arrays.equals(Arrays.copyOf(order, 5), Arrays.copyOfRange(order, 5, 10)));
        assertFalse(Arrays.equals(order, shuffled(2, 0, 50)), "another seed has the same order");
    }

    @Test
    void theOrderGoesOnAtAnyPlaceAsIfItHadNeverBeenCut() {
        float[] whole = shuffled(1, 0, 50);
        for (int from : new int[] {3, 5, 17, 44}) {
            assertArrayEquals(Arrays.copyOfRange(whole, from, from + 6), shuffled(1, from, 6), "from " + from);
        }
    }

    /** Each of 5 rows stands first in a fifth of 5,000 epochs, up to 4 standard deviations (sqrt(5000 · 0.2 · 0.8) = 28). */
    @Test
    void everyRowStandsFirstEquallyOften() {
        int[] first = new int[6];
        for (int epoch = 0; epoch < 5000; epoch++) {
            first[(int) shuffled(3, 5L * epoch, 1)[0] / 10]++;
        }
        for (int row = 1; row <= 5; row++) {
            assertEquals(1000, first[row], 4 * 28);
        }
    }

    @Test
    void aFullBatchKeepsTheRowsAsTheyAre() {
        assertArrayEquals(new float[] {10, 20, 30, 40, 50}, new Orders(5, 5).plain(ROWS));
    }
}
