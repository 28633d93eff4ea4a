package org.neuralredshift.metrics.compression;

import java.util.Arrays;

/**
 * {@link Selection} in plain Java, without allocating and without branches that depend on the samples: they are counted into
 * buckets of equal width, and those of the one bucket that holds the wanted rank are looked at again.
 */
final class BucketSelection implements Selection {
    private static final int BUCKETS = 256;
    /** Below this many candidates an insertion sort is quicker. */
    private static final int FEW = 24;

    private final float[] candidates;
    private final int[] bucket;
    private final int[] histogram = new int[4 * BUCKETS];

    /** For up to {@code points} samples. */
    BucketSelection(int points) {
        this.candidates = new float[points + 1];
        this.bucket = new int[points];
    }

    @Override
    public float select(float[] values, int rank) {
        float[] from = values;
        int size = values.length;
        int wanted = rank;
        while (size > FEW) {
            float low = from[0];
            float high = from[0];
            for (int i = 1; i < size; i++) {
                low = Math.min(low, from[i]);
                high = Math.max(high, from[i]);
            }
            if (low == high) {
                return low;
            }
            count(from, size, low, (BUCKETS - 1) / ((double) high - low));
            int chosen = 0;
            for (int inside = inside(0); wanted >= inside; inside = inside(chosen)) {
                wanted -= inside;
                chosen++;
            }
            size = keep(from, size, chosen);
            from = candidates;
        }
        if (from == values) {
            System.arraycopy(values, 0, candidates, 0, size);
        }
        insertionSort(size);
        return candidates[wanted];
    }

    /** Four histograms, each of a quarter of the samples: neighbours are alike, and would wait for one another in one. */
    private void count(float[] from, int size, double low, double factor) {
        for (int i = 0; i < size; i++) {
            bucket[i] = (int) ((from[i] - low) * factor);
        }
        Arrays.fill(histogram, 0);
        int quarter = size / 4;
        for (int i = 0; i < quarter; i++) {
            histogram[bucket[i]]++;
            histogram[BUCKETS + bucket[i + quarter]]++;
            histogram[2 * BUCKETS + bucket[i + 2 * quarter]]++;
            histogram[3 * BUCKETS + bucket[i + 3 * quarter]]++;
        }
        for (int i = 4 * quarter; i < size; i++) {
            histogram[bucket[i]]++;
        }
    }

    private int inside(int chosen) {
        return histogram[chosen]
                + histogram[BUCKETS + chosen]
                + histogram[2 * BUCKETS + chosen]
                + histogram[3 * BUCKETS + chosen];
    }

    /** Moves the samples of one bucket to the front of the candidates, which may be where they come from. */
    private int keep(float[] from, int size, int chosen) {
        int kept = 0;
        for (int i = 0; i < size; i++) {
            candidates[kept] = from[i];
            int difference = bucket[i] ^ chosen;
            kept += 1 - (-difference >>> 31);
        }
        return kept;
    }

    private void insertionSort(int size) {
        for (int i = 1; i < size; i++) {
            float value = candidates[i];
            int at = i;
            for (; at > 0 && candidates[at - 1] > value; at--) {
                candidates[at] = candidates[at - 1];
            }
            candidates[at] = value;
        }
    }
}
