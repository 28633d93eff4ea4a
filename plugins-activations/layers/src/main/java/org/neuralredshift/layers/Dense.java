package org.neuralredshift.layers;

import org.neuralredshift.api.Description;
import org.neuralredshift.api.graph.GraphBuilder;
import org.neuralredshift.api.graph.Tensor;
import org.neuralredshift.api.network.Layer;
import org.neuralredshift.api.network.Stage;
import org.neuralredshift.api.parameter.Parameters;

/**
 * The fully connected layer z = x W' + b of the value x {@code [points, features]}, with W {@code [width, features]}
 * ({@value #WEIGHT}) and b {@code [width]} ({@value #BIAS}); gives {@code [points, width]}.
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
        return Affine.of(graph, stage.value(), stage.width());
    }
}
