package org.neuralredshift.activations;

import org.neuralredshift.api.Description;
import org.neuralredshift.api.expression.Scalar;
import org.neuralredshift.api.network.Activation;
import org.neuralredshift.api.network.Arguments;

/** Swish with factor 1, also called SiLU. */
public final class Swish implements Activation {

    /** For the service loader. */
    public Swish() {}

    @Override
    public String id() {
        return "swish";
    }

    @Override
    public int revision() {
        return 1;
    }

    @Override
    public Description description() {
        return new Description(
                "Swish, also called SiLU: x weighted by its logistic sigmoid.",
                "x / (1 + exp(-x))",
                "Ramachandran, Zoph and Le, \"Searching for activation functions\", 2017, arXiv 1710.05941");
    }

    @Override
    public Scalar apply(Scalar x, Arguments arguments) {
        return x.times(x.sigmoid());
    }
}
