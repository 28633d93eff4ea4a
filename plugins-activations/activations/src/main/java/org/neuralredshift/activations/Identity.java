package org.neuralredshift.activations;

import org.neuralredshift.api.Description;
import org.neuralredshift.api.expression.Scalar;
import org.neuralredshift.api.network.Activation;
import org.neuralredshift.api.network.Arguments;

/** No activation: the network stays linear in its inputs. */
public final class Identity implements Activation {
    /** For the service loader. */
    public Identity() {}

    @Override
    public String id() {
        return "identity";
    }

    @Override
    public int revision() {
        return 1;
    }

    @Override
    public Description description() {
        return new Description(
                "The identity, which leaves the network linear.",
                "x",
                "Saxe, McClelland and Ganguli, \"Exact solutions to the nonlinear dynamics of learning in deep linear neural networks\", ICLR 2014, arXiv 1312.6120");
    }

    @Override
    public Scalar apply(Scalar x, Arguments arguments) {
        return x;
    }
}
