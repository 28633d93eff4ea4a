package org.neuralredshift.tasks.learning;

/**
 * How many steps to take at once, so that it is asked about twice a second whether to save or to stop. What is computed does not
 * depend on it.
 */
final class Pace {
    private static final long LONG = 500_000_000;
    private static final int MOST = 4096;

    private int steps = 16;

    /** Steps to take next. */
    int steps() {
        return steps;
    }

    /** Tells how long they took. */
    void took(long nanoseconds) {
        if (nanoseconds > LONG) {
            steps = Math.max(1, steps / 2);
        } else if (nanoseconds < LONG / 4) {
            steps = Math.min(MOST, steps * 2);
        }
    }
}
