package org.neuralredshift.backends.cpu;

import java.util.Map;
import java.util.TreeMap;

/** Gives out parts of a session's memory and takes them back: the smallest gap that is large enough. */
final class FreeSpace {
    /** Length of each gap by its position. */
    private final TreeMap<Integer, Integer> gaps = new TreeMap<>();

    private int end;

    FreeSpace(int start) {
        this.end = start;
    }

    int take(int floats) {
        Map.Entry<Integer, Integer> best = null;
        for (Map.Entry<Integer, Integer> gap : gaps.entrySet()) {
            if (gap.getValue() >= floats && (best == null || gap.getValue() < best.getValue())) {
                best = gap;
            }
        }
        if (best == null) {
            int position = end;
            end = Math.addExact(end, floats);
            return position;
        }
        int position = best.getKey();
        int rest = best.getValue() - floats;
        gaps.remove(position);
        if (rest > 0) {
            gaps.put(position + floats, rest);
        }
        return position;
    }

    void release(int position, int floats) {
        if (floats == 0) {
            return;
        }
        int from = position;
        int to = position + floats;
        Map.Entry<Integer, Integer> before = gaps.floorEntry(position);
        if (before != null && before.getKey() + before.getValue() == from) {
            from = before.getKey();
            gaps.remove(from);
        }
        Integer after = gaps.remove(to);
        gaps.put(from, to + (after == null ? 0 : after) - from);
    }

    /** Where nothing has ever been given out. */
    int end() {
        return end;
    }
}
