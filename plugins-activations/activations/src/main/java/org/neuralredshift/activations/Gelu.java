package org.neuralredshift.activations;

import org.neuralredshift.api.Description;
import org.neuralredshift.api.expression.Scalar;
import org.neuralredshift.api.network.Activation;
import org.neuralredshift.api.network.Arguments;

/** The Gaussian error linear unit in its exact form, not the tanh approximation. */
public final class Gelu implements Activation {
    private static final double INVERSE_SQRT_2 = 0.7071067811865476;

    /** For the service loader. */
    public Gelu() {}

    @Override
    public String id() {
        return "gelu";
    }

    @Override
    public int revision() {
        return 1;
    }

    @Override
    public Description description() {
        return new Description(
                "Gaussian error linear unit, exact form: x weighted by the normal distribution function.",
                "0.5 x (1 + erf(x / sqrt(2)))",
                "Hendrycks and Gimpel, \"Gaussian error linear units\", 2016, arXiv 1606.08415");
    }

    @Override
    public Scalar apply(Scalar x, Arguments arguments) {
        return x.times(0.5).times(x.times(INVERSE_SQRT_2).erf().plus(1));
    }
}
