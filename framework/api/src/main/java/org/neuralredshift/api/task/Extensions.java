package org.neuralredshift.api.task;

import org.neuralredshift.api.network.Activation;
import org.neuralredshift.api.network.Layer;

/** What a task can build networks of. */
public interface Extensions {
    /** The activation of that id. */
    Activation activation(String id);

    /** The layer of that id. */
    Layer layer(String id);
}
