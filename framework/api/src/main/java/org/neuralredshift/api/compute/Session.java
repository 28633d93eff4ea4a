package org.neuralredshift.api.compute;

import static org.neuralredshift.api.annotation.Api.Stability.INCUBATING;

import org.neuralredshift.api.annotation.Api;

/** A program with its scratch, for one thread at a time. */
@Api(INCUBATING)
public interface Session extends AutoCloseable {
    /**
     * Runs a batch of networks and writes all outputs. Allocates nothing once warm. NaN and infinity pass through as in
     * IEEE 754; they are no error.
     *
     * @throws IllegalArgumentException if a binding is missing or of the wrong size, if there are more networks than the
     *     session was opened for, or if an index of a gather or scatter is no row of its table
     * @throws IllegalStateException if the session is closed
     */
    void run(Bindings bindings);

    /** Frees the scratch; closing twice is fine. */
    @Override
    void close();
}
