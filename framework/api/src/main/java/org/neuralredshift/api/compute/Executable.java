package org.neuralredshift.api.compute;

/** A compiled program: immutable, thread-safe. Seeds, magnitudes and prefactors are inputs of a run. */
public interface Executable extends AutoCloseable {
    /** Scratch for running on one thread, for at most {@code networks} at once. The caller closes it. */
    Session open(int networks);

    /** What was compiled, for people: kernels, shapes, blocks, and every fallback with its reason. */
    String explain();

    @Override
    void close();
}
