package org.neuralredshift.activations;

import org.neuralredshift.api.Description;
import org.neuralredshift.api.expression.Scalar;
import org.neuralredshift.api.network.Activation;
import org.neuralredshift.api.network.Arguments;
import org.neuralredshift.api.parameter.Origin;
import org.neuralredshift.api.parameter.Parameter;
import org.neuralredshift.api.parameter.ParameterSchema;

/** A smooth rectified linear unit. */
public final class Softplus implements Activation {
    /** For the service loader. */
    public Softplus() {}

    @Override
    public String id() {
        return "softplus";
    }

    @Override
    public int revision() {
        return 1;
    }

    @Override
    public Description description() {
        return new Description(
                "Softplus: a smooth rectified linear unit, sharper with larger beta.",
                "log(1 + exp(beta x)) / beta",
                "Dugas, Bengio, Belisle, Nadeau and Garcia, \"Incorporating second-order functional knowledge for better option pricing\", NIPS 2000");
    }

    @Override
    public ParameterSchema parameters() {
        return ParameterSchema.of(Parameter.real("beta", 1, Origin.ASSUMED, 0.001, 1000, "", "Sharpness of the bend."));
    }

    @Override
    public Scalar apply(Scalar x, Arguments arguments) {
        Scalar beta = arguments.get("beta");
        return of(x.times(beta)).dividedBy(beta);
    }

    /**
     * log(1 + exp(x)) as max(x, 0) + log(1 + exp(-|x|)), which nothing overflows. Selections make maximum and magnitude: at 0
     * both then take their derivative from above, and the sum has the true one, 1/2.
     */
    static Scalar of(Scalar x) {
        Scalar zero = Scalar.of(0);
        Scalar minusMagnitude = x.ifLess(zero, x, x.negated());
        return x.ifLess(zero, zero, x).plus(minusMagnitude.exp().plus(1).log());
    }
}
