package org.neuralredshift.api.compute;

import static org.neuralredshift.api.annotation.Api.Stability.INCUBATING;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.neuralredshift.api.annotation.Api;

/**
 * A program with its scratch and its states, for one thread at a time. States belong to the networks by their numbers: network 2
 * of a run goes on from what network 2 of the run before left.
 */
@Api(INCUBATING)
public interface Session extends AutoCloseable {
    /**
     * Runs a batch of networks, {@link Bindings#steps} steps each, and writes the outputs of the last step. At the end of a
     * step all states take their new values at once, so outputs are computed from the states before. Networks know nothing of
     * each other: each has the same bits in any batch, and however its steps are spread over runs. Allocates nothing once
     * warm. NaN and infinity pass through as in IEEE 754; they are no error.
     *
     * @throws IllegalArgumentException if a binding is missing or of the wrong size, if there are more networks than the
     *     session was opened for, or if an index of a gather or scatter is no row of its table
     * @throws IllegalStateException if the session is closed
     * @throws BackendLostException if the backend computes nothing any more for this run, in this session or another one
     */
    void run(Bindings bindings);

    /**
     * Gives a state of the first networks other numbers; without it they are 0.
     *
     * @param values {@code [networks, shape]} float32, row-major, of as many networks as there is memory for
     * @throws IllegalArgumentException if the program has no such state, or the memory is not that of whole networks, at least
     *     one and at most as many as the session was opened for
     */
    default void write(String state, MemorySegment values) {
        throw BindingCheck.noState(state);
    }

    /**
     * Copies a state of the first networks.
     *
     * @param values receives {@code [networks, shape]}; as for {@link #write}
     * @throws IllegalArgumentException as {@link #write}
     */
    default void read(String state, MemorySegment values) {
        throw BindingCheck.noState(state);
    }

    /**
     * Memory of the host, aligned to 64 bytes, to which this session brings outputs without a copy in between; any memory may be bound,
     * but a device writes best to its own. It is given back with the arena, before or after the session is closed.
     *
     * @throws IllegalStateException if the session is closed
     */
    default MemorySegment memory(long bytes, Arena arena) {
        return arena.allocate(bytes, 64);
    }

    /** Frees the scratch; closing twice is fine. */
    @Override
    void close();
}
