package org.neuralredshift.activations;

import org.neuralredshift.api.Description;
import org.neuralredshift.api.expression.Scalar;
import org.neuralredshift.api.network.Activation;
import org.neuralredshift.api.network.Arguments;
import org.neuralredshift.api.parameter.Origin;
import org.neuralredshift.api.parameter.Parameter;
import org.neuralredshift.api.parameter.ParameterSchema;

/** A Gabor wavelet: a wave within a Gaussian bell. */
public final class Gabor implements Activation {
    /** For the service loader. */
    public Gabor() {}

    @Override
    public String id() {
        return "gabor";
    }

    @Override
    public int revision() {
        return 1;
    }

    @Override
    public Description description() {
        return new Description(
                "Gabor wavelet: a cosine within a Gaussian bell, 1 at 0.",
                "cos(frequency x) exp(-(x / width)^2)",
                "Saragadam, LeJeune, Tan, Balakrishnan, Veeraraghavan and Baraniuk, \"WIRE: Wavelet implicit neural representations\", CVPR 2023, arXiv 2301.05187, there complex");
    }

    @Override
    public ParameterSchema parameters() {
        return ParameterSchema.of(
                Parameter.real("frequency", 5, Origin.ASSUMED, 0, 1000, "", "Angular frequency of the wave."),
                Parameter.real("width", 1, Origin.ASSUMED, 0.001, 1000, "", "Where the bell has fallen to 1/e."));
    }

    @Override
    public Scalar apply(Scalar x, Arguments arguments) {
        Scalar bell = x.dividedBy(arguments.get("width")).squared().negated().exp();
        return x.times(arguments.get("frequency")).cos().times(bell);
    }
}
