package org.neuralredshift.engine.figure;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.neuralredshift.engine.statistics.Summary;

/**
 * What is known of one cell of a heat map.
 *
 * @param summary of the networks that could be measured
 * @param others how many networks have another status than ok, by status
 */
public record CellResult(Summary summary, Map<String, Integer> others) {
    /** No network at all. */
    public static final CellResult NONE = new CellResult(Summary.of(), Map.of());

    public CellResult {
        others = Collections.unmodifiableMap(new TreeMap<>(others));
    }

    /** Whether a network could be measured. */
    public boolean isMeasured() {
        return summary.count() > 0;
    }
}
