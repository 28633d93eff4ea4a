package org.neuralredshift.activations;

import org.neuralredshift.api.Description;
import org.neuralredshift.api.expression.Scalar;
import org.neuralredshift.api.network.Activation;
import org.neuralredshift.api.network.Arguments;

/** The scaled exponential linear unit; its derivative at 0 is the one from below, scale times alpha. */
public final class Selu implements Activation {
    private static final double SCALE = 1.0507009873554805;
    private static final double ALPHA = 1.6732632423543772;

    /** For the service loader. */
    public Selu() {}

    @Override
    public String id() {
        return "selu";
    }

    @Override
    public int revision() {
        return 1;
    }

    @Override
    public Description description() {
        return new Description(
                "Scaled exponential linear unit: keeps mean 0 and variance 1 from layer to layer.",
                "1.0507009873554805 x for x > 0, else 1.0507009873554805 * 1.6732632423543772 (exp(x) - 1)",
                "Klambauer, Unterthiner, Mayr and Hochreiter, \"Self-normalizing neural networks\", NeurIPS 2017, arXiv 1706.02515");
    }

    @Override
    public Scalar apply(Scalar x, Arguments arguments) {
        // A backend may compute both branches: the minimum keeps exp from overflow. At a tie it takes the derivative of
        // its second operand, so x stands there.
        Scalar negative = Scalar.of(0).min(x).exp().minus(1).times(SCALE * ALPHA);
        return x.ifLessOrEqual(Scalar.of(0), negative, x.times(SCALE));
    }
}
