package org.neuralredshift.api.network;

import org.neuralredshift.api.Extension;
import org.neuralredshift.api.graph.GraphBuilder;
import org.neuralredshift.api.graph.Tensor;
import org.neuralredshift.api.parameter.Parameters;

/** A part of a network that is more than a scalar function: declares its weights and returns its output. */
public interface Layer extends Extension {
    /**
     * Adds this layer to a graph.
     *
     * @param graph to build in; its scope is set by the caller
     * @param x {@code [points, features]}
     * @param width the features of the result
     * @param parameters resolved against {@link #parameters()}
     * @return {@code [points, width]}
     */
    Tensor apply(GraphBuilder graph, Tensor x, int width, Parameters parameters);
}
