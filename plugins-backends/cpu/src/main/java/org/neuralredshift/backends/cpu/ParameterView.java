package org.neuralredshift.backends.cpu;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.neuralredshift.api.graph.Shape;

/**
 * Where the elements of a parameter lie in memory: element (i, j) at position + i · strides[0] + j · strides[1].
 * Transposing, slicing and stretching a parameter moves nothing.
 *
 * @param shape of the parameter
 * @param position of its first element
 * @param strides one per axis
 */
record ParameterView(Shape shape, int position, List<Integer> strides) {
    ParameterView {
        strides = List.copyOf(strides);
    }

    /** Row-major from that position on. */
    static ParameterView rowMajor(Shape shape, int position) {
        List<Integer> strides = new ArrayList<>();
        int stride = 1;
        for (int extent : shape.extents().reversed()) {
            strides.add(stride);
            stride = Math.multiplyExact(stride, extent);
        }
        return new ParameterView(shape, position, strides.reversed());
    }

    /** Rows of unit stride, padded to whole {@link MatrixKernels#PAD} floats; a single column is contiguous. */
    static ParameterView padded(Shape shape) {
        if (shape.rank() < 2 || shape.extent(-1) == 1) {
            return rowMajor(shape, 0);
        }
        Shape wide = shape.with(-1, padded(shape.extent(-1)));
        return new ParameterView(shape, 0, rowMajor(wide, 0).strides());
    }

    /** So many floats, and their padding. */
    static int padded(int floats) {
        return Math.toIntExact(padded((long) floats));
    }

    /** So many floats, and their padding. */
    static long padded(long floats) {
        return (floats + MatrixKernels.PAD - 1) / MatrixKernels.PAD * MatrixKernels.PAD;
    }

    /** The floats that {@link #padded(Shape)} takes. */
    static long paddedSize(Shape shape) {
        if (shape.rank() < 2 || shape.extent(-1) == 1) {
            return padded(shape.size());
        }
        return shape.with(-1, 1).size() * padded((long) shape.extent(-1));
    }

    /** Whether the elements lie one after another in row-major order. */
    boolean isContiguous() {
        int stride = 1;
        for (int axis = shape.rank() - 1; axis >= 0; axis--) {
            if (shape.extent(axis) != 1 && strides.get(axis) != stride) {
                return false;
            }
            stride *= shape.extent(axis);
        }
        return true;
    }

    /** Axis i is axis {@code order[i]} of this one. */
    ParameterView transposed(List<Integer> order) {
        return new ParameterView(
                new Shape(order.stream().map(shape::extent).toList()),
                position,
                order.stream().map(strides::get).toList());
    }

    /** A part that begins at {@code from} on one axis. */
    ParameterView sliced(int axis, int from, Shape part) {
        return new ParameterView(part, position + from * strides.get(axis), strides);
    }

    /** Stretched to a larger shape: what is stretched has stride 0. */
    ParameterView expanded(Shape target) {
        int added = target.rank() - shape.rank();
        List<Integer> wide = new ArrayList<>(Collections.nCopies(added, 0));
        for (int axis = 0; axis < shape.rank(); axis++) {
            wide.add(shape.extent(axis) == target.extent(axis + added) ? strides.get(axis) : 0);
        }
        return new ParameterView(target, position, wide);
    }
}
