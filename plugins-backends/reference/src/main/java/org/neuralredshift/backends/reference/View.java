package org.neuralredshift.backends.reference;

import java.util.Arrays;
import java.util.List;
import org.neuralredshift.api.graph.Shape;

/**
 * Where the elements of a tensor lie in the row-major memory of another: element (i0, i1, ...) at base + i0 stride0 + i1
 * stride1 + ... Broadcasting is a stride of 0, transposition another order of strides, slicing another base.
 *
 * @param shape of the tensor that is seen
 */
record View(Shape shape, List<Integer> strides, int base) {
    View {
        strides = List.copyOf(strides);
    }

    /** A tensor in its own memory. */
    static View of(Shape shape) {
        Integer[] strides = new Integer[shape.rank()];
        int stride = 1;
        for (int axis = shape.rank() - 1; axis >= 0; axis--) {
            strides[axis] = stride;
            stride *= shape.extent(axis);
        }
        return new View(shape, Arrays.asList(strides), 0);
    }

    /** Axes of extent 1 stretched, and axes added in front, to a larger shape. */
    View stretched(Shape target) {
        Integer[] wide = new Integer[target.rank()];
        int added = target.rank() - shape.rank();
        for (int axis = 0; axis < wide.length; axis++) {
            boolean own = axis >= added && shape.extent(axis - added) == target.extent(axis);
            wide[axis] = own ? strides.get(axis - added) : 0;
        }
        return new View(target, Arrays.asList(wide), base);
    }

    /** Axis i is axis {@code order[i]} of this view. */
    View permuted(List<Integer> order) {
        return new View(
                new Shape(order.stream().map(shape::extent).toList()),
                order.stream().map(strides::get).toList(),
                base);
    }

    /** From index {@code from} of an axis on, of the given shape. */
    View sliced(int axis, int from, Shape part) {
        return new View(part, strides, base + from * strides.get(axis));
    }

    /** Where element {@code number} in row-major order lies. */
    int offset(int number) {
        int offset = base;
        int rest = number;
        for (int axis = shape.rank() - 1; axis >= 0; axis--) {
            int extent = shape.extent(axis);
            offset += rest % extent * strides.get(axis);
            rest /= extent;
        }
        return offset;
    }

    /** Copies what is seen in {@code memory} to {@code out}, row-major. */
    void gather(double[] memory, double[] out) {
        for (int i = 0; i < out.length; i++) {
            out[i] = memory[offset(i)];
        }
    }

    /** Fills {@code memory} with zeros, and what is seen of it with {@code values}, row-major. */
    void scatter(double[] values, double[] memory) {
        Arrays.fill(memory, 0);
        for (int i = 0; i < values.length; i++) {
            memory[offset(i)] = values[i];
        }
    }
}
