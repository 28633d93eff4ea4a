package org.neuralredshift.api.data;

import java.util.List;

/**
 * Points in no particular arrangement, for instance along random segments.
 *
 * @param dimension the number of inputs
 * @param values {@code [points, dimension]} row-major
 */
public record PointSet(int dimension, List<Float> values) implements SampleSpec {
    public PointSet {
        values = List.copyOf(values);
        if (dimension < 1 || values.size() % dimension != 0) {
            throw new IllegalArgumentException(values.size() + " numbers are no points of dimension " + dimension);
        }
    }

    @Override
    public int points() {
        return values.size() / dimension;
    }

    @Override
    public float[] coordinates() {
        float[] out = new float[values.size()];
        for (int i = 0; i < out.length; i++) {
            out[i] = values.get(i);
        }
        return out;
    }
}
