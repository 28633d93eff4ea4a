package org.neuralredshift.layers;

import org.neuralredshift.api.Description;
import org.neuralredshift.api.expression.Scalar;
import org.neuralredshift.api.graph.GraphBuilder;
import org.neuralredshift.api.graph.Shape;
import org.neuralredshift.api.graph.Tensor;
import org.neuralredshift.api.network.Layer;
import org.neuralredshift.api.network.Stage;
import org.neuralredshift.api.parameter.Origin;
import org.neuralredshift.api.parameter.Parameter;
import org.neuralredshift.api.parameter.ParameterSchema;
import org.neuralredshift.api.parameter.Parameters;

/**
 * Layer normalisation: the value z {@code [points, n]} of each point is brought to mean 0 and variance 1 over its features,
 * (z - m) / sqrt(v + epsilon), with m the mean of the n features and v the mean of (z - m)^2. On demand each feature is then
 * multiplied by a gain {@code [n]} (initially 1), and an offset {@code [n]} (initially 0) is added.
 *
 * <p>Of two features it leaves only which of them is larger, +-1: before the first dense layer of a network on the plane
 * nothing else of the point would be left.
 *
 * <p>With epsilon 0 the result does not depend on the scale of z, and a point whose features are all equal gives NaN.
 */
public final class LayerNorm implements Layer {
    private static final String EPSILON = "epsilon";
    private static final String GAIN = "gain";
    private static final String OFFSET = "offset";

    private static final ParameterSchema PARAMETERS = ParameterSchema.of(
            Parameter.flag(
                    GAIN, false, Origin.PAPER, "whether each feature is then multiplied by a weight, initially 1"),
            Parameter.flag(OFFSET, false, Origin.PAPER, "whether a weight is then added to each feature, initially 0"),
            Parameter.real(EPSILON, 1e-5, Origin.ASSUMED, 0, 1, "", "added to the variance"));

    /** For the service loader. */
    public LayerNorm() {}

    @Override
    public String id() {
        return "layer-norm";
    }

    @Override
    public int revision() {
        return 1;
    }

    @Override
    public Description description() {
        return new Description(
                "Layer normalisation: the features of each point get mean 0 and variance 1.",
                "(z - mean(z)) / sqrt(mean((z - mean(z))^2) + epsilon), then times gain, plus offset, if there are such",
                "Ba, Kiros and Hinton, \"Layer normalization\", 2016, arXiv 1607.06450");
    }

    @Override
    public ParameterSchema parameters() {
        return PARAMETERS;
    }

    @Override
    public boolean beforeActivation() {
        return true;
    }

    @Override
    public Tensor apply(GraphBuilder graph, Stage stage, Parameters parameters) {
        int features = stage.features();
        Scalar first = Scalar.input(0);
        Scalar second = Scalar.input(1);
        Tensor sum = graph.reduce(Tensor.Reduction.SUM, stage.value(), 1);
        Tensor mean = graph.map(first.times(1.0 / features), sum);
        Tensor centred = graph.map(first.minus(second), stage.value(), mean);
        Tensor squares = graph.reduce(Tensor.Reduction.SUM, graph.map(first.squared(), centred), 1);
        Scalar variance = first.times(1.0 / features).plus(parameters.real(EPSILON));
        Tensor scale = graph.map(Scalar.of(1).dividedBy(variance.sqrt()), squares);
        Tensor value = graph.map(first.times(second), centred, scale);
        if (parameters.flag(GAIN)) {
            value = graph.map(first.times(second), value, weight(graph, GAIN, features, Tensor.Role.GAIN));
        }
        if (parameters.flag(OFFSET)) {
            value = graph.map(first.plus(second), value, weight(graph, OFFSET, features, Tensor.Role.OFFSET));
        }
        return value;
    }

    private static Tensor weight(GraphBuilder graph, String name, int features, Tensor.Role role) {
        return graph.weight(name, Shape.of(features), 1, 1, role);
    }
}
