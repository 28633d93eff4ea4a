package org.neuralredshift.layers;

import org.neuralredshift.api.Description;
import org.neuralredshift.api.expression.Scalar;
import org.neuralredshift.api.graph.GraphBuilder;
import org.neuralredshift.api.graph.Shape;
import org.neuralredshift.api.graph.Tensor;
import org.neuralredshift.api.network.Layer;
import org.neuralredshift.api.network.Stage;
import org.neuralredshift.api.parameter.Parameters;

/**
 * The fully connected layer z = x W' + b, with W {@code [width, features]} ({@value #WEIGHT}) and b {@code [width]}
 * ({@value #BIAS}).
 *
 * <p>The graph is always the product with a transposed weight, then one map that adds the bias: backends recognise this
 * form and fuse it.
 */
public final class Dense implements Layer {
    /** Name of W in its scope. */
    public static final String WEIGHT = "weight";
    /** Name of b in its scope. */
    public static final String BIAS = "bias";

    /** For the service loader. */
    public Dense() {}

    @Override
    public String id() {
        return "dense";
    }

    @Override
    public int revision() {
        return 1;
    }

    @Override
    public Description description() {
        return new Description(
                "Fully connected layer: every output is a weighted sum of all inputs, plus a bias.", "W x + b", "");
    }

    @Override
    public Tensor apply(GraphBuilder graph, Stage stage, Parameters parameters) {
        Tensor x = stage.value();
        int features = stage.features();
        int width = stage.width();
        Tensor weight = graph.weight(WEIGHT, Shape.of(width, features), features, width, Tensor.Role.WEIGHT);
        Tensor product = graph.matrixProduct(x, graph.transpose(weight, 1, 0));
        Tensor bias = graph.weight(BIAS, Shape.of(width), features, width, Tensor.Role.BIAS);
        return graph.map(Scalar.input(0).plus(Scalar.input(1)), product, bias);
    }
}
