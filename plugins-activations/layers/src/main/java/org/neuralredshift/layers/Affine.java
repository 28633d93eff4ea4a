package org.neuralredshift.layers;

import org.neuralredshift.api.expression.Scalar;
import org.neuralredshift.api.graph.GraphBuilder;
import org.neuralredshift.api.graph.Shape;
import org.neuralredshift.api.graph.Tensor;

/**
 * The affine map x W' + b, always as the product with a transposed weight, then one map that adds the bias: backends
 * recognise this form and fuse it.
 */
final class Affine {
    private static final Scalar SUM = Scalar.input(0).plus(Scalar.input(1));

    private Affine() {}

    /** Declares W {@code [width, features]}, then b {@code [width]}; gives {@code [points, width]}. */
    static Tensor of(GraphBuilder graph, Tensor x, int width) {
        int features = x.shape().extent(-1);
        Tensor weight = graph.weight(Dense.WEIGHT, Shape.of(width, features), features, width, Tensor.Role.WEIGHT);
        Tensor product = graph.matrixProduct(x, graph.transpose(weight, 1, 0));
        Tensor bias = graph.weight(Dense.BIAS, Shape.of(width), features, width, Tensor.Role.BIAS);
        return graph.map(SUM, product, bias);
    }
}
