package org.neuralredshift.api.network;

import static org.neuralredshift.api.annotation.Api.Stability.INCUBATING;

import org.neuralredshift.api.annotation.Api;
import org.neuralredshift.api.parameter.Parameters;

/** One element of a {@link org.neuralredshift.api.parameter.Composition}, ready to be built. */
@Api(INCUBATING)
public sealed interface Part {
    /** The id under which errors and weights name it. */
    String id();

    /**
     * A layer.
     *
     * @param layer the plugin
     * @param parameters resolved against its schema
     */
    record Layered(Layer layer, Parameters parameters) implements Part {
        @Override
        public String id() {
            return layer.id();
        }
    }

    /**
     * The activation.
     *
     * @param activation the plugin
     * @param arguments its parameters
     * @param prefactor whether its argument is multiplied by the per-network scalar {@link Architecture#PREFACTOR}
     */
    record Activated(Activation activation, Arguments arguments, boolean prefactor) implements Part {
        @Override
        public String id() {
            return activation.id();
        }
    }
}
