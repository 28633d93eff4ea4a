package org.neuralredshift.api.data;

import static org.neuralredshift.api.annotation.Api.Stability.STABLE;

import org.neuralredshift.api.annotation.Api;

/** Whether a sampled function has a shape that can be measured. Anything but {@link #OK} is left out of averages. */
@Api(STABLE)
public enum Status {
    /** Measured. */
    OK("ok"),
    /** All samples are equal. */
    CONSTANT("constant"),
    /**
     * What varies is float32 rounding: the range is below {@link Samples#ROUNDING_NOISE} of the largest magnitude, or a metric
     * finds nothing else where it looks.
     */
    ROUNDING_NOISE("rounding-noise"),
    /** A sample is NaN or infinite. */
    OVERFLOW("overflow"),
    /** Training left the finite numbers; the row gives the step. */
    DIVERGED("diverged"),
    /** No network was found that fits the examples; the row gives the number of those that were tried. */
    NOT_FITTED("not-fitted"),
    /** The computation failed; the row gives the reason. */
    FAILED("failed");

    private final String id;

    Status(String id) {
        this.id = id;
    }

    /** The word in rows and reports. */
    public String id() {
        return id;
    }
}
