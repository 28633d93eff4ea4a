package org.neuralredshift.backends.cpu;

import org.jspecify.annotations.Nullable;
import org.neuralredshift.api.graph.Shape;

/**
 * A view as a matrix: the last axis along the columns, the others together down the rows.
 *
 * @param rows of the matrix
 * @param columns of the matrix
 * @param strides of the matrix; 0 where there is one row or one column
 */
record MatrixView(int rows, int columns, Strides strides) {
    /** The matrix of a view, unless its rows lie at no equal distance. */
    static @Nullable MatrixView of(ParameterView view) {
        Shape shape = view.shape();
        int rows = rows(shape);
        int columns = columns(shape);
        if (rows == 0 || columns == 0) {
            return new MatrixView(rows, columns, new Strides(ParameterView.padded(columns), 1));
        }
        int distance = 0;
        int inner = 1;
        for (int axis = shape.rank() - 2; axis >= 0; axis--) {
            int extent = shape.extent(axis);
            if (extent == 1) {
                continue;
            }
            int stride = view.strides().get(axis);
            if (inner == 1) {
                distance = stride;
            } else if (stride != distance * inner) {
                return null;
            }
            inner *= extent;
        }
        int column = columns == 1 ? 0 : view.strides().getLast();
        return new MatrixView(rows, columns, new Strides(distance, column));
    }

    /** Rows of a shape as a matrix. */
    static int rows(Shape shape) {
        long rows = 1;
        for (int axis = 0; axis < shape.rank() - 1; axis++) {
            rows = Math.multiplyExact(rows, (long) shape.extent(axis));
        }
        return Math.toIntExact(rows);
    }

    /** Columns of a shape as a matrix. */
    static int columns(Shape shape) {
        return shape.rank() == 0 ? 1 : shape.extent(-1);
    }
}
