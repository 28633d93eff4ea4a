package org.neuralredshift.activations;

import org.neuralredshift.api.Description;
import org.neuralredshift.api.expression.Scalar;
import org.neuralredshift.api.network.Activation;
import org.neuralredshift.api.network.Arguments;
import org.neuralredshift.api.parameter.Origin;
import org.neuralredshift.api.parameter.Parameter;
import org.neuralredshift.api.parameter.ParameterSchema;

/** The leaky rectified linear unit; its derivative at 0 is the slope below. */
public final class LeakyRelu implements Activation {
    /** For the service loader. */
    public LeakyRelu() {}

    @Override
    public String id() {
        return "leaky-relu";
    }

    @Override
    public int revision() {
        return 1;
    }

    @Override
    public Description description() {
        return new Description(
                "Leaky rectified linear unit: a small slope below 0, the identity above.",
                "x for x > 0, else slope x",
                "Maas, Hannun and Ng, \"Rectifier nonlinearities improve neural network acoustic models\", ICML 2013");
    }

    @Override
    public ParameterSchema parameters() {
        return ParameterSchema.of(Parameter.real("slope", 0.01, Origin.ASSUMED, -10, 10, "", "Slope below 0."));
    }

    @Override
    public Scalar apply(Scalar x, Arguments arguments) {
        return x.ifLessOrEqual(Scalar.of(0), x.times(arguments.get("slope")), x);
    }
}
