package org.neuralredshift.api.network;

import org.neuralredshift.api.Extension;
import org.neuralredshift.api.graph.GraphBuilder;
import org.neuralredshift.api.graph.Tensor;
import org.neuralredshift.api.parameter.Parameters;

/**
 * A part of a network that is more than a scalar function: declares its weights and returns its output. The order in
 * which it declares them is data, for random numbers depend on it: changing it takes a new {@link #revision()}.
 */
public interface Layer extends Extension {
    /**
     * Adds this layer to a graph.
     *
     * @param graph to build in; its scope is set by the caller
     * @param x {@code [points, features]}
     * @param width the features of the result, at least 1
     * @param parameters resolved against {@link #parameters()}
     * @return {@code [points, width]}
     * @throws org.neuralredshift.api.graph.ShapeException if the shapes do not fit; the builder throws it
     */
    Tensor apply(GraphBuilder graph, Tensor x, int width, Parameters parameters);
}
