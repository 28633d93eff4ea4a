package org.neuralredshift.testkit.plain;

import java.util.function.ToDoubleFunction;
import org.neuralredshift.api.graph.Shape;

/**
 * The elements of one tensor of one network.
 *
 * @param shape without the network axis
 * @param elements row-major
 */
record Values(Shape shape, double[] elements) {
    /** A tensor by a formula for its element at an index. */
    static Values of(Shape shape, ToDoubleFunction<int[]> element) {
        double[] elements = new double[Math.toIntExact(shape.size())];
        for (int number = 0; number < elements.length; number++) {
            elements[number] = element.applyAsDouble(index(shape, number));
        }
        return new Values(shape, elements);
    }

    private static int[] index(Shape shape, int number) {
        int[] index = new int[shape.rank()];
        int rest = number;
        for (int axis = index.length - 1; axis >= 0; axis--) {
            index[axis] = rest % shape.extent(axis);
            rest /= shape.extent(axis);
        }
        return index;
    }

    /** The element at an index. */
    double at(int... index) {
        int number = 0;
        for (int axis = 0; axis < index.length; axis++) {
            number = number * shape.extent(axis) + index[axis];
        }
        return elements[number];
    }

    /** The element that stands there once this tensor is stretched to a larger shape. */
    double stretched(int[] index) {
        int[] own = new int[shape.rank()];
        int added = index.length - own.length;
        for (int axis = 0; axis < own.length; axis++) {
            own[axis] = shape.extent(axis) == 1 ? 0 : index[added + axis];
        }
        return at(own);
    }
}
