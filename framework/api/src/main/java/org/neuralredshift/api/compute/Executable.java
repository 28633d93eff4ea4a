package org.neuralredshift.api.compute;

import static org.neuralredshift.api.annotation.Api.Stability.INCUBATING;

import org.neuralredshift.api.annotation.Api;

/** A compiled program: immutable, thread-safe. Seeds, magnitudes and prefactors are inputs of a run. */
@Api(INCUBATING)
public interface Executable extends AutoCloseable {
    /**
     * Scratch for running on one thread, for at most {@code networks} at once. The caller closes it.
     *
     * @throws IllegalArgumentException if {@code networks} is below 1
     */
    Session open(int networks);

    /**
     * The same with more threads than the caller's, for a caller that has too few networks to keep them busy. Results do not depend
     * on their number, to the bit. A backend that cannot share a network among threads uses one.
     *
     * @param threads that may work at the same time, the caller's among them
     * @throws IllegalArgumentException if either number is below 1
     */
    default Session open(int networks, int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("a session on " + threads + " threads; it takes at least 1");
        }
        return open(networks);
    }

    /** What was compiled, for people: kernels, shapes, blocks, and every fallback with its reason. */
    String explain();

    /** Frees the program, after its sessions are closed; closing twice is fine. */
    @Override
    void close();
}
