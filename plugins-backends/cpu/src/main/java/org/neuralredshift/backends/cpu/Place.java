package org.neuralredshift.backends.cpu;

import java.util.List;
import org.neuralredshift.api.graph.Shape;

/**
 * Where a tensor lies: a view of a buffer.
 *
 * @param buffer the memory
 * @param view of it; its position counts from the beginning of the buffer
 */
record Place(Buffer buffer, ParameterView view) {
    /** New memory for a tensor of that shape. */
    static Place of(Shape shape) {
        return new Place(new Buffer(ParameterView.paddedSize(shape)), ParameterView.padded(shape));
    }

    Place transposed(List<Integer> order) {
        return new Place(buffer, view.transposed(order));
    }

    Place sliced(int axis, int from, Shape part) {
        return new Place(buffer, view.sliced(axis, from, part));
    }

    Place expanded(Shape target) {
        return new Place(buffer, view.expanded(target));
    }

    /** The matrix that a place shows which is known to be one. */
    MatrixView matrix() {
        MatrixView matrix = MatrixView.of(view);
        if (matrix == null) {
            throw new IllegalStateException("no matrix: " + view);
        }
        return matrix;
    }

    /** An operand of a step: the place of the first element. */
    MatrixStep.At at() {
        return new MatrixStep.At(buffer, view.position());
    }
}
