package org.neuralredshift.api.task;

import static org.neuralredshift.api.annotation.Api.Stability.INCUBATING;

import java.util.List;
import org.neuralredshift.api.annotation.Api;
import org.neuralredshift.api.parameter.Parameters;

/**
 * Trials that one compiled program serves.
 *
 * @param studySeed first word of every random key, 0 to 2^32 - 1
 * @param trials at least one; their cells differ in run-time parameters only
 */
@Api(INCUBATING)
public record TrialBatch(long studySeed, List<Trial> trials) {
    public TrialBatch {
        trials = List.copyOf(trials);
        if (trials.isEmpty()) {
            throw new IllegalArgumentException("a batch without trials: it takes at least one");
        }
    }

    /** The parameters that all cells share; run-time parameters are those of the first. */
    public Parameters shared() {
        return trials.getFirst().cell().parameters();
    }
}
