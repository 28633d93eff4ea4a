package org.neuralredshift.metrics.spectral.polynomial;

import org.neuralredshift.api.data.Axis;

/** The nodes on either axis where a function is sampled, and what brings the samples to coefficients on a {@link Basis}. */
sealed interface Nodes permits Quadrature, GridFit {
    /** The number of nodes. */
    int size();

    /** The nodes within [-1, 1], where networks are evaluated. */
    Axis axis();

    /** The weight of every node: they add up to 1. */
    double[] weights();

    /**
     * The highest order to take.
     *
     * @param wanted what the user asks for, or 0 to leave it to these nodes
     * @throws org.neuralredshift.api.parameter.InvalidParameterException if these nodes cannot carry that order
     */
    int highest(int wanted);

    /**
     * What brings samples to coefficients: c_i = Σ_a m[i][a]·f(node a).
     *
     * @param highest the largest order, one that {@link #highest} has returned
     * @return {@code [highest + 1][size]}
     */
    double[][] projection(int highest);
}
