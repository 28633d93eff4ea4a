package org.neuralredshift.cli.bench;

/** Something that handles networks for a while. Opened once, so that what is compiled stays compiled. */
interface Burst extends AutoCloseable {
    /** Runs for about that long; returns how many networks were done. */
    long run(double seconds);

    /** The loss of one of the networks that are trained; NaN if none is. */
    default double loss() {
        return Double.NaN;
    }

    /** The number of threads that run. */
    int threads();

    @Override
    void close();
}
