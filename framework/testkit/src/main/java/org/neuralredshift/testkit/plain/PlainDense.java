package org.neuralredshift.testkit.plain;

import org.neuralredshift.api.Description;
import org.neuralredshift.api.expression.Scalar;
import org.neuralredshift.api.graph.GraphBuilder;
import org.neuralredshift.api.graph.Shape;
import org.neuralredshift.api.graph.Tensor;
import org.neuralredshift.api.network.Layer;
import org.neuralredshift.api.network.Stage;
import org.neuralredshift.api.parameter.Parameters;

/** x W' + b, so that there is a network around whatever is examined. */
public final class PlainDense implements Layer {
    /** A layer without state. */
    public PlainDense() {}

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
        return Description.of("The test kit's own dense layer.");
    }

    @Override
    public Tensor apply(GraphBuilder graph, Stage stage, Parameters parameters) {
        int features = stage.features();
        int width = stage.width();
        Tensor weight = graph.weight("weight", Shape.of(width, features), features, width, Tensor.Role.WEIGHT);
        Tensor bias = graph.weight("bias", Shape.of(width), features, width, Tensor.Role.BIAS);
        Tensor product = graph.matrixProduct(stage.value(), graph.transpose(weight, 1, 0));
        return graph.map(Scalar.input(0).plus(Scalar.input(1)), product, bias);
    }
}
