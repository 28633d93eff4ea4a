package org.neuralredshift.testkit.plain;

import java.util.function.UnaryOperator;
import org.neuralredshift.api.Description;
import org.neuralredshift.api.expression.Scalar;
import org.neuralredshift.api.network.Activation;
import org.neuralredshift.api.network.Arguments;

/**
 * An activation for networks around whatever is examined.
 *
 * @param id its name
 * @param expression of its argument
 */
public record PlainActivation(String id, UnaryOperator<Scalar> expression) implements Activation {
    /** The hyperbolic tangent. */
    public static final Activation TANH = new PlainActivation("tanh", Scalar::tanh);
    /** The rectifier. */
    public static final Activation RELU = new PlainActivation("relu", x -> x.max(Scalar.of(0)));
    /** The sine. */
    public static final Activation SINE = new PlainActivation("sine", Scalar::sin);

    @Override
    public int revision() {
        return 1;
    }

    @Override
    public Description description() {
        return Description.of("The test kit's own " + id + ".");
    }

    @Override
    public Scalar apply(Scalar x, Arguments arguments) {
        return expression.apply(x);
    }
}
