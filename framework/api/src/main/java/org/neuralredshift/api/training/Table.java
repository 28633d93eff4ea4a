package org.neuralredshift.api.training;

import static org.neuralredshift.api.annotation.Api.Stability.INCUBATING;

import org.neuralredshift.api.annotation.Api;

/**
 * What networks are trained on; all networks share it, and each takes its own rows. Kept by reference.
 *
 * @param features columns of the inputs
 * @param inputs {@code [rows, features]}, row-major
 * @param targets columns of the labels
 * @param labels {@code [rows, targets]}, row-major
 */
@Api(INCUBATING)
public record Table(int features, float[] inputs, int targets, float[] labels) {
    /** The most rows: their numbers are float32, exact up to here. */
    public static final int MAXIMUM_ROWS = 1 << 24;

    /** @throws IllegalArgumentException if the arrays are not those of a table with at least one row */
    public Table {
        boolean fits = features > 0
                && targets > 0
                && inputs.length > 0
                && inputs.length % features == 0
                && labels.length % targets == 0
                && inputs.length / features == labels.length / targets
                && inputs.length / features <= MAXIMUM_ROWS;
        if (!fits) {
            throw new IllegalArgumentException("a table of " + inputs.length + " numbers in rows of " + features
                    + " inputs, and " + labels.length + " in rows of " + targets + " labels: both have equally many"
                    + " whole rows, from 1 to " + MAXIMUM_ROWS);
        }
    }

    /** The number of rows. */
    public int rows() {
        return inputs.length / features;
    }
}
