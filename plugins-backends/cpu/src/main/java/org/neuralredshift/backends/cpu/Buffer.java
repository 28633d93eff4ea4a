package org.neuralredshift.backends.cpu;

/** Floats of a session's memory that hold one value; where they lie is decided when all steps are known. */
final class Buffer {
    private final int floats;
    private int position = -1;

    Buffer(long floats) {
        this.floats = Math.toIntExact(floats);
    }

    int floats() {
        return floats;
    }

    /** Where it begins in memory. */
    int position() {
        if (position < 0) {
            throw new IllegalStateException("a buffer of " + floats + " floats has no place");
        }
        return position;
    }

    void setPosition(int position) {
        this.position = position;
    }
}
