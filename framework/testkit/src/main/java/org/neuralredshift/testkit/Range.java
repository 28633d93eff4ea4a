package org.neuralredshift.testkit;

import static org.neuralredshift.api.annotation.Api.Stability.STABLE;

import org.neuralredshift.api.annotation.Api;

/**
 * Where the values of a metric lie.
 *
 * @param lowest the smallest that may occur
 * @param highest the largest that may occur
 */
@Api(STABLE)
public record Range(double lowest, double highest) {
    /** Any number from 0 on. */
    public static final Range NOT_NEGATIVE = new Range(0, Double.POSITIVE_INFINITY);

    /** Whether a value lies within. */
    public boolean contains(double value) {
        return value >= lowest && value <= highest;
    }
}
