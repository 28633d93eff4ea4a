package org.neuralredshift.engine.io;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.neuralredshift.engine.UserException;

/** Rows of equal length that become one function. */
final class Rows {
    private final Path file;
    private final List<float[]> rows = new ArrayList<>();

    Rows(Path file) {
        this.file = file;
    }

    void add(float[] row) {
        rows.add(row);
    }

    int count() {
        return rows.size();
    }

    /** The length of the first row. */
    int columns() {
        return rows.getFirst().length;
    }

    /** One row below the other. */
    SampledFunction matrix() {
        if (rows.isEmpty() || rows.getFirst().length == 0) {
            throw new UserException(file + " holds no numbers.", "Write one row of the grid per line of the file.");
        }
        int columns = rows.getFirst().length;
        float[] values = new float[Math.multiplyExact(rows.size(), columns)];
        for (int row = 0; row < rows.size(); row++) {
            System.arraycopy(rows.get(row), 0, values, row * columns, columns);
        }
        return new SampledFunction(file, values, rows.size(), columns);
    }

    /** The only row, as an array of one or two dimensions. */
    SampledFunction reshaped(int[] shape) {
        int columns = shape[shape.length - 1];
        int height = shape.length == 1 ? 1 : shape[0];
        float[] values = rows.getFirst();
        if (shape.length > 2 || (long) height * columns != values.length || values.length == 0) {
            throw new UserException(
                    file + " holds a tensor of shape " + Arrays.toString(shape) + " in " + values.length
                            + " numbers; a function on a grid has two dimensions: x2, x1.",
                    "Write a tensor of shape [n, n].");
        }
        return new SampledFunction(file, values, height, columns);
    }
}
