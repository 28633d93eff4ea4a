package org.neuralredshift.backends.cuda.program;

import org.jspecify.annotations.Nullable;
import org.neuralredshift.api.graph.Tensor;

/**
 * A product with the map behind it.
 *
 * @param product of {@code [points, inputs]} and {@code [inputs, width]}
 * @param map what is computed of each element, null if nothing is
 */
record Layer(Tensor.MatrixProduct product, Tensor.@Nullable Map map) {
    /** What the layer gives. */
    Tensor result() {
        return map == null ? product : map;
    }

    int points() {
        return product.shape().extent(0);
    }

    int inputs() {
        return product.left().shape().extent(1);
    }

    int width() {
        return product.shape().extent(1);
    }
}
