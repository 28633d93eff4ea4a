package org.neuralredshift.engine.study;

import java.util.AbstractList;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;

/** Seeds that follow one another, kept as two numbers however many they are. */
final class ConsecutiveSeeds extends AbstractList<Long> implements RandomAccess {
    private final long first;
    private final int size;

    ConsecutiveSeeds(long first, int size) {
        this.first = first;
        this.size = size;
    }

    /** The same seeds, unmodifiable and in as little room as possible. */
    static List<Long> compact(List<Long> seeds) {
        if (seeds instanceof ConsecutiveSeeds) {
            return seeds;
        }
        return areConsecutive(seeds) ? new ConsecutiveSeeds(seeds.getFirst(), seeds.size()) : List.copyOf(seeds);
    }

    private static boolean areConsecutive(List<Long> seeds) {
        if (seeds.isEmpty()) {
            return false;
        }
        long next = seeds.getFirst();
        for (long seed : seeds) {
            if (seed != next++) {
                return false;
            }
        }
        return true;
    }

    @Override
    public Long get(int index) {
        return first + Objects.checkIndex(index, size);
    }

    @Override
    public int size() {
        return size;
    }
}
