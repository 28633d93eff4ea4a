package org.neuralredshift.backends.cpu;

import static org.neuralredshift.backends.cpu.TileKernel.TILE;

import java.util.ArrayList;
import java.util.List;
import org.neuralredshift.backends.cpu.TileProgram.Value;

/** Gives out places for tiles and takes them back when their last use is lowered: two places serve a deep network. */
final class TileSpace {
    private record Free(int position, int rows) {}

    private final List<Free> free = new ArrayList<>();
    private int end;

    TileSpace(int start) {
        this.end = start;
    }

    Value take(int rows) {
        for (Free place : free) {
            if (place.rows() == rows) {
                free.remove(place);
                return new Value(place.position(), 0);
            }
        }
        return takeForGood(rows);
    }

    /** A place that nothing had before or gets later. */
    Value takeForGood(int rows) {
        int position = end;
        end = Math.addExact(end, Math.multiplyExact(rows, TILE));
        return new Value(position, 0);
    }

    void release(Value value, int rows) {
        free.add(new Free(value.position(), rows));
    }

    /** Where free memory begins. */
    int end() {
        return end;
    }
}
