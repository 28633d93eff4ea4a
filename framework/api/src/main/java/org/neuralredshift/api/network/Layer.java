package org.neuralredshift.api.network;

import static org.neuralredshift.api.annotation.Api.Stability.STABLE;

import org.neuralredshift.api.Extension;
import org.neuralredshift.api.annotation.Api;
import org.neuralredshift.api.graph.GraphBuilder;
import org.neuralredshift.api.graph.Tensor;
import org.neuralredshift.api.parameter.Parameters;

/**
 * A part of a hidden layer that is more than a scalar function: declares its weights and returns its output. The order in
 * which it declares them is data, for random numbers depend on it: changing it takes a new {@link #revision()}.
 */
@Api(STABLE)
public interface Layer extends Extension {
    /**
     * Adds this layer to a graph.
     *
     * @param graph to build in; its scope is set by the caller
     * @param stage what is there so far
     * @param parameters resolved against {@link #parameters()}
     * @return {@code [points, features]}; {@code [points, stage.width()]} if the layer can choose
     * @throws org.neuralredshift.api.graph.ShapeException if the shapes do not fit; the builder throws it, or makes it for a
     *     layer that cannot stand there
     */
    Tensor apply(GraphBuilder graph, Stage stage, Parameters parameters);

    /** Whether {@code mlp+...} puts this layer between the dense one and the activation rather than behind it. */
    default boolean beforeActivation() {
        return false;
    }
}
