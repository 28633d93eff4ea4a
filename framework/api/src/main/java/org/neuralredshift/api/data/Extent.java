package org.neuralredshift.api.data;

import static org.neuralredshift.api.annotation.Api.Stability.INCUBATING;

import org.neuralredshift.api.annotation.Api;

/**
 * The smallest and the largest of a function's samples: all that it takes to tell whether they have a shape. If any sample is NaN,
 * so is at least one of both.
 *
 * @param low the smallest
 * @param high the largest
 */
@Api(INCUBATING)
public record Extent(float low, float high) {
    /** Whether samples between these have a shape to measure: what {@link Samples#status} says of them. */
    public Status status() {
        return status(low, high);
    }

    /** The same without an object. */
    static Status status(float low, float high) {
        if (!Float.isFinite(low) || !Float.isFinite(high)) {
            return Status.OVERFLOW;
        }
        if (low == high) {
            return Status.CONSTANT;
        }
        double magnitude = Math.max(Math.abs(low), Math.abs(high));
        return (double) high - low < Samples.ROUNDING_NOISE * magnitude ? Status.ROUNDING_NOISE : Status.OK;
    }

    /** high - low, which a float32 may not hold. */
    public double range() {
        return (double) high - low;
    }
}
