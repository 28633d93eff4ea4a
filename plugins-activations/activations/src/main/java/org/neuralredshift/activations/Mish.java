package org.neuralredshift.activations;

import org.neuralredshift.api.Description;
import org.neuralredshift.api.expression.Scalar;
import org.neuralredshift.api.network.Activation;
import org.neuralredshift.api.network.Arguments;

/** Mish, smooth and not monotonic. */
public final class Mish implements Activation {
    /** For the service loader. */
    public Mish() {}

    @Override
    public String id() {
        return "mish";
    }

    @Override
    public int revision() {
        return 1;
    }

    @Override
    public Description description() {
        return new Description(
                "Mish: x weighted by the hyperbolic tangent of its softplus.",
                "x tanh(log(1 + exp(x)))",
                "Misra, \"Mish: A self regularized non-monotonic activation function\", BMVC 2020, arXiv 1908.08681");
    }

    @Override
    public Scalar apply(Scalar x, Arguments arguments) {
        return x.times(Softplus.of(x).tanh());
    }
}
