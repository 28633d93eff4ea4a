package org.neuralredshift.api.data;

import static org.neuralredshift.api.annotation.Api.Stability.STABLE;

import org.neuralredshift.api.annotation.Api;

/** Where a function is sampled. Two equal specifications share one evaluation. */
@Api(STABLE)
public sealed interface SampleSpec permits Grid, PointSet {
    /** The number of inputs of the function. */
    int dimension();

    /** The number of points. */
    int points();

    /** The coordinates, {@code [points, dimension]} row-major, rounded to float32. */
    float[] coordinates();
}
