package org.neuralredshift.activations;

import org.neuralredshift.api.Description;
import org.neuralredshift.api.expression.Scalar;
import org.neuralredshift.api.network.Activation;
import org.neuralredshift.api.network.Arguments;

/** The logistic function. */
public final class Sigmoid implements Activation {

    /** For the service loader. */
    public Sigmoid() {}

    @Override
    public String id() {
        return "sigmoid";
    }

    @Override
    public int revision() {
        return 1;
    }

    @Override
    public Description description() {
        return new Description(
                "Logistic sigmoid: bounded by 0 and 1.",
                "1 / (1 + exp(-x))",
                "Rumelhart, Hinton and Williams, \"Learning representations by back-propagating errors\", Nature 323, 1986");
    }

    @Override
    public Scalar apply(Scalar x, Arguments arguments) {
        return x.sigmoid();
    }
}
