package org.neuralredshift.engine.io;

import java.nio.file.Path;
import org.neuralredshift.api.data.Grid;
import org.neuralredshift.api.data.Samples;
import org.neuralredshift.engine.UserException;

/**
 * A function as a file holds it.
 *
 * @param source the file, for messages
 * @param values {@code [rows, columns]} row-major, all finite; not copied
 * @param rows the size of the first axis, x2 ascending; 1 for a function of one input
 * @param columns the size of the last axis, x1 ascending
 */
public record SampledFunction(Path source, float[] values, int rows, int columns) {
    public SampledFunction {
        if (values.length != Math.multiplyExact(rows, columns) || values.length == 0) {
            throw new IllegalArgumentException(values.length + " values are no " + rows + " x " + columns);
        }
    }

    /**
     * The function on the uniform grid of its size: two inputs if it is square, one input if it has a single row.
     *
     * @throws UserException if it is neither
     */
    public Samples samples() {
        if (rows != 1 && rows != columns) {
            throw new UserException(
                    source + " holds " + rows + " x " + columns + " numbers, but metrics measure square grids.",
                    "Sample the function on as many points of x1 as of x2, or cut a square out: np.save('square.npy', a[:n, :n])");
        }
        Samples samples = new Samples(Grid.uniform(columns, rows == 1 ? 1 : 2));
        System.arraycopy(values, 0, samples.values(), 0, values.length);
        return samples;
    }
}
