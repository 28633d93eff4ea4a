package org.neuralredshift.metrics.compression;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

class SelectionTest {
    private static void agreesWithSorting(int size, IntFunction<Float> sample) {
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = sample.apply(i);
        }
        float[] sorted = values.clone();
        Arrays.sort(sorted);
        Selection buckets = new BucketSelection(size);
        Selection vectors = new VectorSelection(size);
        RadixSort sort = new RadixSort(size);
        sort.sort(values);
        for (int rank = 0; rank < size; rank += 1 + size / 50) {
            // Adding zero makes -0 and 0 one.
            String where = size + " samples, rank " + rank;
            assertEquals(sorted[rank] + 0f, buckets.select(values, rank) + 0f, 0, where);
            assertEquals(sorted[rank] + 0f, vectors.select(values, rank) + 0f, 0, where);
            assertEquals(sorted[rank] + 0f, sort.ranked(rank), 0, where);
        }
    }

    @Test
    void findsEveryRank() {
        Random random = new Random(1);
        for (int size : new int[] {1, 2, 3, 23, 24, 25, 26, 100, 1001, 4096}) {
            agreesWithSorting(size, i -> (float) random.nextGaussian());
            agreesWithSorting(size, i -> (float) Math.sin(i * 0.01));
            agreesWithSorting(size, i -> (float) random.nextInt(3));
            agreesWithSorting(size, i -> i % 2 == 0 ? -0f : 0f);
            agreesWithSorting(size, i -> 7f);
            agreesWithSorting(size, i -> (float) i);
            agreesWithSorting(size, i -> (float) -i);
        }
    }

    @Test
    void copesWithAnySpreadOfMagnitudes() {
        Random random = new Random(2);
        agreesWithSorting(500, i -> Float.MAX_VALUE * (i % 3 - 1));
        agreesWithSorting(500, i -> Float.MIN_VALUE * (i % 7));
        agreesWithSorting(500, i -> Math.scalb(1f, i % 250 - 125));
        agreesWithSorting(5000, i -> {
            float value = Float.intBitsToFloat(random.nextInt());
            return Float.isFinite(value) ? value : 0f;
        });
        agreesWithSorting(500, i -> i == 77 ? 1e30f : 1 + i * Math.ulp(1f));
    }
}
