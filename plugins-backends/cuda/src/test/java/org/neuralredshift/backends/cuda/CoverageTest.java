package org.neuralredshift.backends.cuda;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.BitSet;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CoverageTest {
    private static double covered(double... bounds) {
        Coverage coverage = new Coverage();
        for (int i = 0; i < bounds.length; i += 2) {
            coverage.add(bounds[i], bounds[i + 1]);
        }
        return coverage.length();
    }

    @Test
    void eachMomentCountsOnce() {
        assertEquals(0, covered());
        assertEquals(0, covered(3, 3));
        assertEquals(2, covered(1, 2, 3, 4), "apart");
        assertEquals(3, covered(1, 2, 3, 4, 2, 3), "between");
        assertEquals(9, covered(2, 3, 5, 6, 8, 9, 1, 10), "around");
        assertEquals(9, covered(1, 10, 2, 3, 5, 6), "within");
        assertEquals(4, covered(2, 4, 1, 3, 3, 5), "overlapping");
    }

    /** As many streams give them: nearly in order, with pauses, many more than are kept. */
    @Test
    void manyIntervalsCoverWhatBitsCount() {
        Random random = new Random(5);
        BitSet bits = new BitSet();
        Coverage coverage = new Coverage();
        for (int index = 0; index < 20_000; index++) {
            int begin = 1000 + 10 * index - random.nextInt(500);
            int end = begin + random.nextInt(12);
            bits.set(begin, end);
            coverage.add(begin, end);
        }
        assertEquals(bits.cardinality(), coverage.length());
    }

    @Test
    void whatComesFarTooLateCountsFromWhereItIsNotSettled() {
        Coverage coverage = new Coverage();
        for (int index = 0; index <= 1024; index++) {
            coverage.add(2 * index, 2 * index + 1);
        }
        coverage.add(-5, 2);
        assertEquals(1025 + 1, coverage.length());
    }
}
