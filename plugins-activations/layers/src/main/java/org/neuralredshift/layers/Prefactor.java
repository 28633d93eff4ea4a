package org.neuralredshift.layers;

import org.neuralredshift.api.Description;
import org.neuralredshift.api.expression.Scalar;
import org.neuralredshift.api.graph.GraphBuilder;
import org.neuralredshift.api.graph.Tensor;
import org.neuralredshift.api.network.Layer;
import org.neuralredshift.api.network.Stage;
import org.neuralredshift.api.parameter.Origin;
import org.neuralredshift.api.parameter.Parameter;
import org.neuralredshift.api.parameter.ParameterSchema;
import org.neuralredshift.api.parameter.Parameters;

/**
 * A constant factor before the activation: φ(α z). It is part of the program; a factor that is swept at no cost is the
 * magnitude of a study with {@code scaled: prefactor}.
 */
public final class Prefactor implements Layer {
    private static final String FACTOR = "factor";
    private static final ParameterSchema PARAMETERS = ParameterSchema.of(Parameter.real(
            FACTOR, 1, Origin.PAPER, -1e38, 1e38, "", "what every feature is multiplied by; it is never trained"));

    /** For the service loader. */
    public Prefactor() {}

    @Override
    public String id() {
        return "prefactor";
    }

    @Override
    public int revision() {
        return 1;
    }

    @Override
    public Description description() {
        return new Description(
                "Prefactor: multiplies the argument of the activation by a constant.",
                "α z, so that the hidden layer is φ(α (W x + b))",
                "Teney et al., Neural Redshift: Random Networks are not Random Functions, CVPR 2024");
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
        return graph.map(Scalar.input(0).times(parameters.real(FACTOR)), stage.value());
    }
}
