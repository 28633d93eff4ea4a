package com.example.stranger;

import org.neuralredshift.api.Description;
import org.neuralredshift.api.expression.Scalar;
import org.neuralredshift.api.network.Activation;
import org.neuralredshift.api.network.Arguments;

/** The same expression as the built-in gelu. */
public final class StrangersGelu implements Activation {
    /** For the service loader. */
    public StrangersGelu() {}

    @Override
    public String id() {
        return "strangers-gelu";
    }

    @Override
    public int revision() {
        return 1;
    }

    @Override
    public Description description() {
        return new Description("The Gaussian error linear unit of a third party.", "0.5 x (1 + erf(x / sqrt(2)))", "");
    }

    @Override
    public Scalar apply(Scalar x, Arguments arguments) {
        return x.times(0.5).times(x.times(Math.sqrt(0.5)).erf().plus(1));
    }
}
