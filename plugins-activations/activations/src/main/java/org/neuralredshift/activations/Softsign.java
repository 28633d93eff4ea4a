package org.neuralredshift.activations;

import org.neuralredshift.api.Description;
import org.neuralredshift.api.expression.Scalar;
import org.neuralredshift.api.network.Activation;
import org.neuralredshift.api.network.Arguments;

/** A sigmoid shape with slow tails; its second derivative at 0 is taken as 0. */
public final class Softsign implements Activation {
    /** For the service loader. */
    public Softsign() {}

    @Override
    public String id() {
        return "softsign";
    }

    @Override
    public int revision() {
        return 1;
    }

    @Override
    public Description description() {
        return new Description(
                "Softsign: from -1 to 1, with tails like 1/x.",
                "x / (1 + |x|)",
                "Turian, Bergstra and Bengio, \"Quadratic features and deep architectures for chunking\", NAACL 2009");
    }

    @Override
    public Scalar apply(Scalar x, Arguments arguments) {
        return x.dividedBy(x.abs().plus(1));
    }
}
