package org.neuralredshift.activations;

import org.neuralredshift.api.Description;
import org.neuralredshift.api.expression.Scalar;
import org.neuralredshift.api.network.Activation;
import org.neuralredshift.api.network.Arguments;

/** The cardinal sine, not normalised: its first zero is at pi. */
public final class Sinc implements Activation {
    /** Below it the quotient and its derivatives would lose digits. */
    private static final double NEAR = 0.25;

    /** 1/3!, 1/5!, ... with alternating signs, from the highest power down; the next term is below 1e-16. */
    private static final double[] SERIES = {-1 / 39916800.0, 1 / 362880.0, -1 / 5040.0, 1 / 120.0, -1 / 6.0, 1};

    /** For the service loader. */
    public Sinc() {}

    @Override
    public String id() {
        return "sinc";
    }

    @Override
    public int revision() {
        return 1;
    }

    @Override
    public Description description() {
        return new Description(
                "Cardinal sine.",
                "sin(x) / x, 1 at 0",
                "Saratchandran, Ramasinghe, Shevchenko, Long and Lucey, \"A sampling theory perspective on activations for implicit neural representations\", ICML 2024, arXiv 2402.05427");
    }

    @Override
    public Scalar apply(Scalar x, Arguments arguments) {
        Scalar one = Scalar.of(1);
        Scalar magnitude = x.abs();
        // Both branches are kept finite everywhere: a backend may compute them both.
        Scalar small = x.max(Scalar.of(-1)).min(one);
        Scalar quotient = x.sin().dividedBy(magnitude.ifLess(Scalar.of(NEAR), one, x));
        return magnitude.ifLess(Scalar.of(NEAR), series(small.squared()), quotient);
    }

    private static Scalar series(Scalar square) {
        Scalar sum = Scalar.of(SERIES[0]);
        for (int power = 1; power < SERIES.length; power++) {
            sum = sum.times(square).plus(SERIES[power]);
        }
        return sum;
    }
}
