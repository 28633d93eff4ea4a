package org.neuralredshift.api.network;

import static org.neuralredshift.api.annotation.Api.Stability.STABLE;

import org.neuralredshift.api.Extension;
import org.neuralredshift.api.annotation.Api;
import org.neuralredshift.api.expression.Scalar;

/**
 * A scalar function between layers, written once as an expression; every backend compiles it, and {@link
 * org.neuralredshift.api.expression.Derivative} differentiates it.
 *
 * <p>A backend may compute both branches of a selection in float32, so keep each one from overflow: {@code
 * exp(min(0, x))}. NaN in should give NaN out: a network whose values are lost then is reported as such.
 */
@Api(STABLE)
public interface Activation extends Extension {
    /**
     * The expression of this activation. Called whenever a program is built, once for each place in it; equal arguments
     * give equal expressions.
     *
     * @param x the argument; using it twice computes it once
     * @param arguments the declared parameters that are numbers, each as an expression: a constant, or an input of the
     *     program
     */
    Scalar apply(Scalar x, Arguments arguments);
}
