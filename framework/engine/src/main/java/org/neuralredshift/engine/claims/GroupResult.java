package org.neuralredshift.engine.claims;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.neuralredshift.engine.statistics.Estimate;

/**
 * What was measured for one group of networks.
 *
 * @param group its values in words, for instance {@code tanh}; empty if the claim has one group only
 * @param estimate the number with its interval
 * @param units what the estimate's units are: seeds, cells or networks
 * @param measurements how many measurements, or pairs of them, went into it
 * @param leftOut how many did not, by the reason, mostly a status
 * @param verdict of the group
 */
public record GroupResult(
        String group,
        Estimate estimate,
        String units,
        int measurements,
        Map<String, Integer> leftOut,
        Verdict verdict) {
    public GroupResult {
        leftOut = Collections.unmodifiableMap(new TreeMap<>(leftOut));
    }
}
