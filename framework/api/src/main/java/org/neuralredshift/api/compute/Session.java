package org.neuralredshift.api.compute;

/** A program with its scratch, on one thread. */
public interface Session extends AutoCloseable {
    /**
     * Runs a batch of networks. Allocates nothing once warm.
     *
     * @throws IllegalArgumentException if a binding is missing or of the wrong size
     */
    void run(Bindings bindings);

    @Override
    void close();
}
