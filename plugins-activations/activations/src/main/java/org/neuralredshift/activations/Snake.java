package org.neuralredshift.activations;

import org.neuralredshift.api.Description;
import org.neuralredshift.api.expression.Scalar;
import org.neuralredshift.api.network.Activation;
import org.neuralredshift.api.network.Arguments;
import org.neuralredshift.api.parameter.Origin;
import org.neuralredshift.api.parameter.Parameter;
import org.neuralredshift.api.parameter.ParameterSchema;

/** The identity with a ripple, which lets networks extrapolate periodic functions. */
public final class Snake implements Activation {
    /** For the service loader. */
    public Snake() {}

    @Override
    public String id() {
        return "snake";
    }

    @Override
    public int revision() {
        return 1;
    }

    @Override
    public Description description() {
        return new Description(
                "Snake: the identity plus a squared sine.",
                "x + sin(frequency x)^2 / frequency",
                "Ziyin, Hartwig and Ueda, \"Neural networks fail to learn periodic functions and how to fix it\", NeurIPS 2020, arXiv 2006.08195");
    }

    @Override
    public ParameterSchema parameters() {
        return ParameterSchema.of(Parameter.real(
                "frequency",
                1,
                Origin.ASSUMED,
                0.001,
                1000,
                "",
                "Half the angular frequency of the ripple; the larger, the smaller the ripple."));
    }

    @Override
    public Scalar apply(Scalar x, Arguments arguments) {
        Scalar frequency = arguments.get("frequency");
        return x.plus(x.times(frequency).sin().squared().dividedBy(frequency));
    }
}
