package org.neuralredshift.activations;

import org.neuralredshift.api.Description;
import org.neuralredshift.api.expression.Scalar;
import org.neuralredshift.api.network.Activation;
import org.neuralredshift.api.network.Arguments;

/** The Gaussian error linear unit in its tanh approximation; gelu is the exact form. */
public final class TanhGelu implements Activation {
    private static final double SQRT_2_OVER_PI = 0.7978845608028654;
    /** Beyond it tanh is 1 to the last bit, and the cube of the argument, which might overflow, is not wanted. */
    private static final double BOUND = 10;

    /** For the service loader. */
    public TanhGelu() {}

    @Override
    public String id() {
        return "tanh-gelu";
    }

    @Override
    public int revision() {
        return 1;
    }

    @Override
    public Description description() {
        return new Description(
                "Gaussian error linear unit, tanh approximation.",
                "0.5 x (1 + tanh(sqrt(2/pi) (x + 0.044715 x^3)))",
                "Hendrycks and Gimpel, \"Gaussian error linear units\", 2016, arXiv 1606.08415");
    }

    @Override
    public Scalar apply(Scalar x, Arguments arguments) {
        Scalar limited = x.max(Scalar.of(-BOUND)).min(Scalar.of(BOUND));
        Scalar inner =
                limited.times(limited.squared().times(SQRT_2_OVER_PI * 0.044715).plus(SQRT_2_OVER_PI));
        return x.times(0.5).times(inner.tanh().plus(1));
    }
}
