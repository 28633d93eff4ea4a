package org.neuralredshift.api.network;

import static org.neuralredshift.api.annotation.Api.Stability.STABLE;

import java.util.Optional;
import org.neuralredshift.api.annotation.Api;
import org.neuralredshift.api.graph.Tensor;

/**
 * Where in a network a layer is added.
 *
 * @param input what enters the hidden layer, {@code [points, features]}: the same for all of its parts
 * @param value what the parts so far made of it, {@code [points, features]}; the input itself for the first
 * @param argument what the activation of this hidden layer was applied to, before a prefactor that scales it; empty if the
 *     activation comes later or not at all
 * @param width the features that a layer which can choose should give, at least 1
 * @param first whether the input is that of the network, or its encoding
 */
@Api(STABLE)
public record Stage(Tensor input, Tensor value, Optional<Tensor> argument, int width, boolean first) {
    /** The number of features of the value. */
    public int features() {
        return value.shape().extent(-1);
    }
}
