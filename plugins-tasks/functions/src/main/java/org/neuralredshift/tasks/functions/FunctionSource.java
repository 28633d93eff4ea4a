package org.neuralredshift.tasks.functions;

import java.lang.foreign.MemorySegment;
import java.util.List;
import org.neuralredshift.api.task.Trial;

/** Evaluates functions of one kind at given points. */
sealed interface FunctionSource extends AutoCloseable permits NetworkSource, NullSource {
    /** How many functions can be evaluated at once. */
    int capacity();

    /**
     * Evaluates one function for each trial.
     *
     * @param trials at most {@link #capacity()}
     * @param out {@code [trials, points]} float32, or larger
     */
    void evaluate(List<Trial> trials, MemorySegment out);

    @Override
    void close();
}
