package org.neuralredshift.activations;

import org.neuralredshift.api.Description;
import org.neuralredshift.api.expression.Scalar;
import org.neuralredshift.api.network.Activation;
import org.neuralredshift.api.network.Arguments;

/** A bell of height 1 around 0. */
public final class Gaussian implements Activation {

    /** For the service loader. */
    public Gaussian() {}

    @Override
    public String id() {
        return "gaussian";
    }

    @Override
    public int revision() {
        return 1;
    }

    @Override
    public Description description() {
        return new Description(
                "Gaussian bell of height 1 around 0.",
                "exp(-x^2)",
                "Teney, Nicolicioiu, Hartmann and Abbasnejad, \"Neural Redshift: Random networks are not random functions\", CVPR 2024, arXiv 2403.02241");
    }

    @Override
    public Scalar apply(Scalar x, Arguments arguments) {
        return x.squared().negated().exp();
    }
}
