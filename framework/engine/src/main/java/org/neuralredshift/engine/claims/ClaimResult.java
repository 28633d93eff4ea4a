package org.neuralredshift.engine.claims;

import java.util.List;

/**
 * A claim and what was measured.
 *
 * @param claim that was tested
 * @param groups in the order of the claim
 * @param verdict over all groups
 */
public record ClaimResult(Claim claim, List<GroupResult> groups, Verdict verdict) {
    public ClaimResult {
        groups = List.copyOf(groups);
    }
}
