package org.neuralredshift.engine.study;

import java.util.List;
import org.neuralredshift.api.task.Cell;
import org.neuralredshift.api.task.TrialBatch;

/**
 * What will be computed, in order. Depends on the study alone, never on threads or hardware.
 *
 * @param resolved the study and its plugins
 * @param cells every combination of parameters; the last parameter varies fastest
 * @param batches consecutive trials whose cells agree on all parameters that a program is compiled for; unmodifiable, each made
 *     anew when it is asked for
 */
public record Plan(ResolvedStudy resolved, List<Cell> cells, List<TrialBatch> batches) {
    public Plan {
        cells = List.copyOf(cells);
    }

    /** The study. */
    public Study study() {
        return resolved.study();
    }

    /** The number of networks. */
    public long networks() {
        return (long) cells.size() * study().seeds().size();
    }
}
