package org.neuralredshift.backends.dl4j;

import java.util.ArrayList;
import java.util.List;
import org.neuralredshift.api.graph.Shape;

/**
 * Which elements of a row-major tensor are meant.
 *
 * @param strides of the axes, in elements; empty if all elements are meant
 * @param offset of the first, in elements
 */
record Window(List<Long> strides, long offset) {
    /** All of them, in their order. */
    static final Window ALL = new Window(List.of(), 0);

    Window {
        strides = List.copyOf(strides);
    }

    /** Elements from one number on along one axis of a tensor of that shape. */
    static Window slice(Shape whole, int axis, int from) {
        List<Long> strides = rowMajor(whole);
        return new Window(strides, from * strides.get(axis));
    }

    /** The elements of a tensor of that shape with its axes in another order. */
    static Window permuted(Shape whole, List<Integer> order) {
        List<Long> strides = rowMajor(whole);
        return new Window(order.stream().map(strides::get).toList(), 0);
    }

    boolean isAll() {
        return strides.isEmpty();
    }

    private static List<Long> rowMajor(Shape shape) {
        List<Long> strides = new ArrayList<>();
        long stride = 1;
        for (int axis = shape.rank() - 1; axis >= 0; axis--) {
            strides.addFirst(stride);
            stride *= shape.extent(axis);
        }
        return strides;
    }
}
