package org.neuralredshift.cli.bench;

/** One thread's part of a burst; created, used and closed on that thread. */
interface Worker {
    /** Works until {@link System#nanoTime} reaches the end; returns how many networks, or steps, were done. */
    long run(long end);

    /** The loss of a network that it trains; NaN if it trains none. */
    default double loss() {
        return Double.NaN;
    }

    void close();
}
