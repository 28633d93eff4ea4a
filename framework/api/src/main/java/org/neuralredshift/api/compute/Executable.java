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

    /** What was compiled, for people: kernels, shapes, blocks, and every fallback with its reason. */
    String explain();

    /** Frees the program, after its sessions are closed; closing twice is fine. */
    @Override
    void close();
}
