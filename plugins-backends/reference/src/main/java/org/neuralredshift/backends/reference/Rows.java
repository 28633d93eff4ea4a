package org.neuralredshift.backends.reference;

import java.util.Arrays;
import org.neuralredshift.api.graph.Shape;
import org.neuralredshift.api.graph.Tensor;

/** Rows of tables, read and added to by number. */
final class Rows {
    private Rows() {}

    /** out[i, :] = table[indices[i], :]. */
    static void gather(Tensor.Gather t, double[] table, double[] indices, double[] out) {
        int width = t.shape().extent(1);
        for (int i = 0; i < indices.length; i++) {
            int row = row("gather", indices[i], i, t.table().shape());
            System.arraycopy(table, row * width, out, i * width, width);
        }
    }

    /** out[indices[i], :] += values[i, :] for i = 0, 1, ... */
    static void scatterAdd(Tensor.ScatterAdd t, double[] values, double[] indices, double[] out) {
        int width = t.shape().extent(1);
        Arrays.fill(out, 0);
        for (int i = 0; i < indices.length; i++) {
            int row = row("scatter", indices[i], i, t.shape());
            for (int j = 0; j < width; j++) {
                out[row * width + j] += values[i * width + j];
            }
        }
    }

    private static int row(String operation, double index, int position, Shape table) {
        int rows = table.extent(0);
        if (index >= 0 && index < rows && index == Math.rint(index)) {
            return (int) index;
        }
        throw new IllegalArgumentException(operation + ": index " + index + " at position " + position
                + " is no row of the table " + table + ", it must be a whole number below " + rows
                + ", not negative");
    }
}
