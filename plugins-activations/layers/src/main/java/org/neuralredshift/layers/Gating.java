package org.neuralredshift.layers;

import org.neuralredshift.api.Description;
import org.neuralredshift.api.expression.Scalar;
import org.neuralredshift.api.graph.GraphBuilder;
import org.neuralredshift.api.graph.Tensor;
import org.neuralredshift.api.network.Layer;
import org.neuralredshift.api.network.Stage;
import org.neuralredshift.api.parameter.Parameters;

/**
 * Gating, a multiplicative interaction: value ⊙ σ(x V' + c), where x {@code [points, inputs]} is what enters the hidden layer,
 * V {@code [features, inputs]} and c {@code [features]} are weights of the gate, and σ is the logistic function.
 */
public final class Gating implements Layer {
    /** For the service loader. */
    public Gating() {}

    @Override
    public String id() {
        return "gating";
    }

    @Override
    public int revision() {
        return 1;
    }

    @Override
    public Description description() {
        return new Description(
                "Gating: every feature is multiplied by a number between 0 and 1 that a second dense layer computes.",
                "φ(W x + b) ⊙ σ(V x + c), with σ the logistic function",
                "Dauphin, Fan, Auli and Grangier, \"Language modeling with gated convolutional networks\", ICML 2017,"
                        + " arXiv 1612.08083; Teney et al., CVPR 2024");
    }

    @Override
    public Tensor apply(GraphBuilder graph, Stage stage, Parameters parameters) {
        Tensor gate = Affine.of(graph, stage.input(), stage.features());
        return graph.map(Scalar.input(0).times(Scalar.input(1).sigmoid()), stage.value(), gate);
    }
}
