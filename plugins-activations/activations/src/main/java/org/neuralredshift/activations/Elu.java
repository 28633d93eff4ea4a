package org.neuralredshift.activations;

import org.neuralredshift.api.Description;
import org.neuralredshift.api.expression.Scalar;
import org.neuralredshift.api.network.Activation;
import org.neuralredshift.api.network.Arguments;
import org.neuralredshift.api.parameter.Origin;
import org.neuralredshift.api.parameter.Parameter;
import org.neuralredshift.api.parameter.ParameterSchema;

/** The exponential linear unit; its derivative at 0 is the one from below, alpha. */
public final class Elu implements Activation {
    /** For the service loader. */
    public Elu() {}

    @Override
    public String id() {
        return "elu";
    }

    @Override
    public int revision() {
        return 1;
    }

    @Override
    public Description description() {
        return new Description(
                "Exponential linear unit: saturates at -alpha below 0, the identity above.",
                "x for x > 0, else alpha (exp(x) - 1)",
                "Clevert, Unterthiner and Hochreiter, \"Fast and accurate deep network learning by exponential linear units (ELUs)\", ICLR 2016, arXiv 1511.07289");
    }

    @Override
    public ParameterSchema parameters() {
        return ParameterSchema.of(
                Parameter.real("alpha", 1, Origin.ASSUMED, 0, 100, "", "Depth of the saturation below 0."));
    }

    @Override
    public Scalar apply(Scalar x, Arguments arguments) {
        // The minimum keeps exp from overflow; at a tie it takes the derivative of its second operand, so x stands
        // there.
        Scalar negative = Scalar.of(0).min(x).exp().minus(1).times(arguments.get("alpha"));
        return x.ifLessOrEqual(Scalar.of(0), negative, x);
    }
}
