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
 * Sines and cosines of each input in octaves: sin(2^l π x_i) and cos(2^l π x_i) for l = 0, ..., octaves - 1. Of d inputs it makes
 * 2 d octaves features, in the order: octave, sine then cosine, input. It has no weights. A cosine is computed as the sine of an
 * argument that is π/2 larger.
 */
public final class PositionalEncoding implements Layer {
    private static final String OCTAVES = "octaves";
    private static final ParameterSchema PARAMETERS = ParameterSchema.of(Parameter.integer(
            OCTAVES,
            6,
            Origin.ASSUMED,
            1,
            24,
            "octaves",
            "frequencies of each input: 1/2, 1, 2, ... periods on [0, 1]"));

    /** For the service loader. */
    public PositionalEncoding() {}

    @Override
    public String id() {
        return "positional-encoding";
    }

    @Override
    public int revision() {
        return 1;
    }

    @Override
    public Description description() {
        return new Description(
                "Positional encoding: sines and cosines of each input, with frequencies that double.",
                "sin(2^l π x_i), cos(2^l π x_i) for l = 0, ..., octaves - 1",
                "Mildenhall et al., \"NeRF: Representing scenes as neural radiance fields for view synthesis\", ECCV 2020,"
                        + " arXiv 2003.08934");
    }

    @Override
    public ParameterSchema parameters() {
        return PARAMETERS;
    }

    @Override
    public Tensor apply(GraphBuilder graph, Stage stage, Parameters parameters) {
        int inputs = stage.features();
        int features = Math.multiplyExact(2 * inputs, parameters.count(OCTAVES));
        double[] factors = new double[features * inputs];
        double[] shifts = new double[features];
        for (int feature = 0; feature < features; feature++) {
            int octave = feature / (2 * inputs);
            factors[feature * inputs + feature % inputs] = Math.scalb(1.0, octave);
            shifts[feature] = feature / inputs % 2 == 0 ? 0 : Math.PI / 2;
        }
        Tensor frequencies = graph.constant(Shape.of(features, inputs), factors);
        Tensor product = graph.matrixProduct(stage.value(), graph.transpose(frequencies, 1, 0));
        Scalar wave = Scalar.input(0).times(Math.PI).plus(Scalar.input(1)).sin();
        return graph.map(wave, product, graph.constant(Shape.of(features), shifts));
    }
}
