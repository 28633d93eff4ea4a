package org.neuralredshift.testkit.plain;

import java.util.Arrays;
import org.neuralredshift.api.data.SampleSpec;
import org.neuralredshift.api.random.RandomStream;

/** Functions to measure, sampled anywhere, from the simplest to noise. */
public enum Shapes {
    /** A plane. */
    PLANE,
    /** A smooth wave. */
    WAVE,
    /** A wave with many periods. */
    FAST_WAVE,
    /** -1 or 1, to either side of a plane. */
    STEP,
    /** Independent numbers. */
    NOISE;

    /** Steps of a sample; sums of few samples and offsets, and products with powers of two, are exact. */
    private static final float UNIT = 0x1p-12f;

    /** The samples, multiples of 2^-12 within [-8, 8]. */
    public float[] sampled(SampleSpec spec) {
        float[] points = spec.coordinates();
        float[] values = new float[spec.points()];
        RandomStream stream = new RandomStream().reset(11, 0, 0, 0);
        for (int i = 0; i < values.length; i++) {
            int from = i * spec.dimension();
            double value = value(Arrays.copyOfRange(points, from, from + spec.dimension()), stream);
            values[i] = Math.round(Math.clamp(value, -8, 8) / UNIT) * UNIT;
        }
        return values;
    }

    private double value(float[] x, RandomStream stream) {
        double sum = 0;
        for (int d = 0; d < x.length; d++) {
            sum += x[d] * (1 - 0.37 * d);
        }
        return switch (this) {
            case PLANE -> sum;
            case WAVE -> Math.sin(2.5 * sum + 0.3) + 0.25 * sum;
            case FAST_WAVE -> Math.sin(17 * sum + 0.3);
            case STEP -> sum > 0.1 ? 1 : -1;
            case NOISE -> stream.nextNormal();
        };
    }
}
