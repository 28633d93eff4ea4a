package org.neuralredshift.activations;

import org.neuralredshift.api.Description;
import org.neuralredshift.api.expression.Scalar;
import org.neuralredshift.api.network.Activation;
import org.neuralredshift.api.network.Arguments;

/** The absolute value; its derivative at 0 is 0. */
public final class Absolute implements Activation {
    /** For the service loader. */
    public Absolute() {}

    @Override
    public String id() {
        return "abs";
    }

    @Override
    public int revision() {
        return 1;
    }

    @Override
    public Description description() {
        return new Description(
                "Absolute value.",
                "|x|",
                "Jarrett, Kavukcuoglu, Ranzato and LeCun, \"What is the best multi-stage architecture for object recognition?\", ICCV 2009");
    }

    @Override
    public Scalar apply(Scalar x, Arguments arguments) {
        return x.abs();
    }
}
