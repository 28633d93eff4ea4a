package org.neuralredshift.api.network;

import org.neuralredshift.api.Extension;
import org.neuralredshift.api.expression.Scalar;

/** A scalar function between layers, written once as an expression; every backend compiles it. */
public interface Activation extends Extension {
    /**
     * The expression of this activation. Called once per compiled program.
     *
     * @param x the argument
     * @param arguments its declared parameters, each as an expression: a constant, or an input of the program
     */
    Scalar apply(Scalar x, Arguments arguments);
}
