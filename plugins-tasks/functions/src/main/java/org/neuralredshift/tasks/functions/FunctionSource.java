package org.neuralredshift.tasks.functions;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;
import org.neuralredshift.api.task.Trial;

/** Evaluates functions of one kind at given points. */
sealed interface FunctionSource extends AutoCloseable permits NetworkSource, NullSource {
    /** How many functions can be evaluated at once. */
    int capacity();

    /** Memory that it writes to best, aligned to 64 bytes and given back with the arena. */
    default MemorySegment memory(long bytes, Arena arena) {
        return arena.allocate(bytes, 64);
    }

    /**
     * Says where the functions go, before the first is evaluated.
     *
     * @param name of an output: {@link org.neuralredshift.api.network.Architecture#OUTPUT} for the samples
     * @param memory for {@link #capacity()} functions
     */
    void output(String name, MemorySegment memory);

    /**
     * Evaluates one function for each trial.
     *
     * @param trials at most {@link #capacity()}
     */
    void evaluate(List<Trial> trials);

    @Override
    void close();
}
