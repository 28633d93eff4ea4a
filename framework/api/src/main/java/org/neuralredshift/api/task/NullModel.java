package org.neuralredshift.api.task;

import static org.neuralredshift.api.annotation.Api.Stability.INCUBATING;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.neuralredshift.api.annotation.Api;

/**
 * What a study is compared with: values of a task's parameters for which it measures something that no network computes, such
 * as white noise. The host runs it as a cell of its own, with the seeds of the study; its rows are ordinary rows.
 *
 * @param name in studies and reports
 * @param values the parameters that make it, by name; those that neither stand here nor follow have their defaults
 * @param follows parameters whose values it takes from the study, one cell for each combination: what a comparison must have
 *     in common with the networks, for instance the grid
 */
@Api(INCUBATING)
public record NullModel(String name, Map<String, Object> values, List<String> follows) {
    public NullModel {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        follows = List.copyOf(follows);
    }
}
