package org.neuralredshift.api;

import static org.neuralredshift.api.annotation.Api.Stability.STABLE;

import org.neuralredshift.api.annotation.Api;

/**
 * How an extension presents itself.
 *
 * @param summary one sentence
 * @param formula the definition in plain text; empty if there is none
 * @param source where the definition comes from (paper, code); empty if it is our own
 */
@Api(STABLE)
public record Description(String summary, String formula, String source) {
    /** A description without formula and source. */
    public static Description of(String summary) {
        return new Description(summary, "", "");
    }
}
