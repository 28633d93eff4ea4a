package org.neuralredshift.api.data;

import static org.neuralredshift.api.annotation.Api.Stability.STABLE;

import org.neuralredshift.api.annotation.Api;

/**
 * One function at the points of a {@link SampleSpec}; a view that its owner moves from network to network, valid until
 * then.
 */
@Api(STABLE)
public final class Samples {
    /**
     * Range divided by largest magnitude, below which variation is taken for float32 rounding.
     *
     * <p>Networks of 64 sigmoid units and 8 layers on a grid of 64 x 64, magnitude 1: at a range of 1.9e-4 of the
     * magnitude {@code fourier} is 0.23 in float32 and 0.079 in float64, at 1.3e-4 it is 0.30 and 0.079. The rounding
     * would be read as complexity.
     */
    public static final double ROUNDING_NOISE = 1e-3;

    private final SampleSpec spec;
    private final float[] values;

    /** A view with room for one function; {@link SampleBatch#read} fills it. */
    public Samples(SampleSpec spec) {
        this.spec = spec;
        this.values = new float[spec.points()];
    }

    /** Where the function was sampled. */
    public SampleSpec spec() {
        return spec;
    }

    /** The samples in the order of the points, for a {@link Grid} row-major in {@link Grid#shape()}. Do not modify. */
    public float[] values() {
        return values;
    }

    /**
     * Whether these samples have a shape to measure, and if not, why: {@link Status#OVERFLOW} if any is NaN or infinite,
     * else {@link Status#CONSTANT} if all are equal (0 equals -0), else {@link Status#ROUNDING_NOISE} if max - min is
     * below {@link #ROUNDING_NOISE} times max |value|, else {@link Status#OK}. Never {@link Status#FAILED}.
     */
    public Status status() {
        float low = Float.POSITIVE_INFINITY;
        float high = Float.NEGATIVE_INFINITY;
        float finite = 0;
        for (float value : values) {
            finite += value * 0;
            low = value < low ? value : low;
            high = value > high ? value : high;
        }
        return finite == 0 ? Extent.status(low, high) : Status.OVERFLOW;
    }
}
