package org.neuralredshift.activations;

import org.neuralredshift.api.Description;
import org.neuralredshift.api.expression.Scalar;
import org.neuralredshift.api.network.Activation;
import org.neuralredshift.api.network.Arguments;

/** The hyperbolic tangent. */
public final class Tanh implements Activation {

    /** For the service loader. */
    public Tanh() {}

    @Override
    public String id() {
        return "tanh";
    }

    @Override
    public int revision() {
        return 1;
    }

    @Override
    public Description description() {
        return new Description(
                "Hyperbolic tangent: odd, bounded by -1 and 1.",
                "tanh(x)",
                "LeCun, Bottou, Orr and Mueller, \"Efficient backprop\", 1998");
    }

    @Override
    public Scalar apply(Scalar x, Arguments arguments) {
        return x.tanh();
    }
}
