package org.neuralredshift.activations;

import org.neuralredshift.api.Description;
import org.neuralredshift.api.expression.Scalar;
import org.neuralredshift.api.network.Activation;
import org.neuralredshift.api.network.Arguments;

/** The sine of x in radians, without a frequency factor: that is the prefactor of a study. */
public final class Sine implements Activation {

    /** For the service loader. */
    public Sine() {}

    @Override
    public String id() {
        return "sine";
    }

    @Override
    public int revision() {
        return 1;
    }

    @Override
    public Description description() {
        return new Description(
                "Sine of x in radians.",
                "sin(x)",
                "Sitzmann, Martel, Bergman, Lindell and Wetzstein, \"Implicit neural representations with periodic activation functions\", NeurIPS 2020, arXiv 2006.09661");
    }

    @Override
    public Scalar apply(Scalar x, Arguments arguments) {
        return x.sin();
    }
}
