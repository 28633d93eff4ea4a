package org.neuralredshift.engine.claims;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.neuralredshift.engine.store.Observation;
import org.neuralredshift.engine.study.Study;

/**
 * The measurements of one cell.
 *
 * @param parameters of its networks
 * @param observations of every metric and seed
 */
record MeasuredCell(Map<String, Object> parameters, List<Observation> observations) {
    /** The cells of a study's networks, in the order of their rows; those of null models are not among them. */
    static List<MeasuredCell> of(Study study, List<Observation> observations) {
        return all(observations).stream()
                .filter(cell -> study.nullModel(cell.parameters()).isEmpty())
                .toList();
    }

    /** All cells, in the order of their rows. */
    static List<MeasuredCell> all(List<Observation> observations) {
        Map<String, MeasuredCell> cells = new LinkedHashMap<>();
        for (Observation observation : observations) {
            cells.computeIfAbsent(
                            observation.cell(), id -> new MeasuredCell(observation.parameters(), new ArrayList<>()))
                    .observations()
                    .add(observation);
        }
        return List.copyOf(cells.values());
    }

    /** What is known of a metric, by seed. */
    Map<Long, Observation> bySeed(String metric) {
        Map<Long, Observation> bySeed = new HashMap<>();
        for (Observation observation : observations) {
            if (observation.concerns(metric)) {
                bySeed.put(observation.seed(), observation);
            }
        }
        return bySeed;
    }

    /** Whether a parameter has that value. */
    boolean has(String parameter, Object value) {
        return value.equals(parameters.get(parameter));
    }

    boolean hasAll(Map<String, Object> values) {
        return values.entrySet().stream().allMatch(entry -> has(entry.getKey(), entry.getValue()));
    }
}
