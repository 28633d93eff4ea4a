package org.neuralredshift.activations;

import org.neuralredshift.api.Description;
import org.neuralredshift.api.expression.Scalar;
import org.neuralredshift.api.network.Activation;
import org.neuralredshift.api.network.Arguments;
import org.neuralredshift.api.parameter.Origin;
import org.neuralredshift.api.parameter.Parameter;
import org.neuralredshift.api.parameter.ParameterSchema;

/** Swish with a factor, between half the identity (0) and relu (infinity). */
public final class BetaSwish implements Activation {
    /** For the service loader. */
    public BetaSwish() {}

    @Override
    public String id() {
        return "beta-swish";
    }

    @Override
    public int revision() {
        return 1;
    }

    @Override
    public Description description() {
        return new Description(
                "Swish with a factor: x weighted by the logistic sigmoid of beta x.",
                "x / (1 + exp(-beta x))",
                "Ramachandran, Zoph and Le, \"Searching for activation functions\", 2017, arXiv 1710.05941");
    }

    @Override
    public ParameterSchema parameters() {
        return ParameterSchema.of(
                Parameter.real("beta", 1, Origin.ASSUMED, 0, 1000, "", "How fast the weight goes from 0 to 1."));
    }

    @Override
    public Scalar apply(Scalar x, Arguments arguments) {
        return x.times(x.times(arguments.get("beta")).sigmoid());
    }
}
