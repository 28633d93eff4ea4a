package org.neuralredshift.activations;

import org.neuralredshift.api.Description;
import org.neuralredshift.api.expression.Scalar;
import org.neuralredshift.api.network.Activation;
import org.neuralredshift.api.network.Arguments;

/** Swish of straight lines and a parabola; its derivative at -3 is 0 and at 3 is 1, as outside. */
public final class HardSwish implements Activation {
    /** For the service loader. */
    public HardSwish() {}

    @Override
    public String id() {
        return "hard-swish";
    }

    @Override
    public int revision() {
        return 1;
    }

    @Override
    public Description description() {
        return new Description(
                "Hard swish: x weighted by a ramp that stands for the sigmoid.",
                "x min(max(x + 3, 0), 6) / 6",
                "Howard et al., \"Searching for MobileNetV3\", ICCV 2019, arXiv 1905.02244");
    }

    @Override
    public Scalar apply(Scalar x, Arguments arguments) {
        return x.times(x.plus(3).max(Scalar.of(0)).min(Scalar.of(6)).dividedBy(6));
    }
}
