package org.neuralredshift.testkit.plain;

import java.util.Map;
import java.util.Optional;
import org.neuralredshift.api.data.Status;

/**
 * A row that a task has written.
 *
 * @param seed of its trial
 * @param status of its trial
 * @param values by the position of their column
 * @param reason of a status other than ok
 */
public record Line(long seed, Status status, Map<Integer, Object> values, Optional<String> reason) {
    public Line {
        values = Map.copyOf(values);
    }
}
