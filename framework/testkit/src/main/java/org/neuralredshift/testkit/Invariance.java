package org.neuralredshift.testkit;

import static org.neuralredshift.api.annotation.Api.Stability.STABLE;

import org.neuralredshift.api.annotation.Api;

/** What does not change the value of a metric. */
@Api(STABLE)
public enum Invariance {
    /** The function times a positive number. */
    SCALE,
    /** The function plus a number. */
    OFFSET
}
