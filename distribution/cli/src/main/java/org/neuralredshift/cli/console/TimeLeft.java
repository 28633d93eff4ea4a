package org.neuralredshift.cli.console;

import java.time.Duration;

/**
 * Guesses the time that a computation still takes, but only once the guess has settled: the first units are slow, as code
 * is compiled on the way. It has settled when three guesses of the whole time, taken at least a second apart, lie within a
 * tenth of one another.
 */
final class TimeLeft {
    private static final long APART = Duration.ofSeconds(1).toNanos();
    private static final int GUESSES = 3;
    private static final double SPREAD = 1.1;

    private final long start;
    private final double[] wholes = new double[GUESSES];
    private int guesses;
    private long guessed;
    private boolean settled;

    /** @param now {@link System#nanoTime} at the start */
    TimeLeft(long now) {
        this.start = now;
        this.guessed = now;
    }

    /** Takes note of the state at a time. */
    void see(long done, long total, double rate, long now) {
        if (settled || rate <= 0 || now - guessed < APART) {
            return;
        }
        guessed = now;
        wholes[guesses % GUESSES] = (now - start) * 1e-9 + (total - done) / rate;
        guesses++;
        double low = Double.POSITIVE_INFINITY;
        double high = 0;
        for (double whole : wholes) {
            low = Math.min(low, whole);
            high = Math.max(high, whole);
        }
        settled = guesses >= GUESSES && high <= SPREAD * low;
    }

    /** Whether a guess is worth showing. */
    boolean isSettled() {
        return settled;
    }
}
