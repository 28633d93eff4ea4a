package org.neuralredshift.activations;

import org.neuralredshift.api.Description;
import org.neuralredshift.api.expression.Scalar;
import org.neuralredshift.api.network.Activation;
import org.neuralredshift.api.network.Arguments;

/** The rectified linear unit; its derivative at 0 is 0. */
public final class Relu implements Activation {

    /** For the service loader. */
    public Relu() {}

    @Override
    public String id() {
        return "relu";
    }

    @Override
    public int revision() {
        return 1;
    }

    @Override
    public Description description() {
        return new Description(
                "Rectified linear unit: zero below 0, the identity above.",
                "max(x, 0)",
                "Nair and Hinton, \"Rectified linear units improve restricted Boltzmann machines\", ICML 2010");
    }

    @Override
    public Scalar apply(Scalar x, Arguments arguments) {
        return x.max(Scalar.of(0));
    }
}
