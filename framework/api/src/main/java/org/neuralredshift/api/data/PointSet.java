package org.neuralredshift.api.data;

import static org.neuralredshift.api.annotation.Api.Stability.STABLE;

import java.util.Arrays;
import org.neuralredshift.api.annotation.Api;

/** Points in no particular arrangement, for instance along random segments; immutable. Equal if all numbers are. */
@Api(STABLE)
public final class PointSet implements SampleSpec {
    private final int dimension;
    private final float[] values;
    private final int hash;

    /**
     * @param dimension the number of inputs
     * @param values {@code [points, dimension]} row-major; copied
     * @throws IllegalArgumentException if so many numbers are no points of that dimension
     */
    public PointSet(int dimension, float... values) {
        if (dimension < 1 || values.length % dimension != 0) {
            throw new IllegalArgumentException(values.length + " numbers are no points of dimension " + dimension);
        }
        this.dimension = dimension;
        this.values = values.clone();
        this.hash = 31 * Arrays.hashCode(this.values) + dimension;
    }

    @Override
    public int dimension() {
        return dimension;
    }

    @Override
    public int points() {
        return values.length / dimension;
    }

    @Override
    public float[] coordinates() {
        return values.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PointSet set
                && dimension == set.dimension
                && hash == set.hash
                && Arrays.equals(values, set.values);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return points() + " points of dimension " + dimension;
    }
}
