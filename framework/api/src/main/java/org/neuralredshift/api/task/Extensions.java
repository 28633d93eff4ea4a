package org.neuralredshift.api.task;

import static org.neuralredshift.api.annotation.Api.Stability.INCUBATING;

import org.neuralredshift.api.annotation.Api;
import org.neuralredshift.api.learning.Dataset;
import org.neuralredshift.api.network.Activation;
import org.neuralredshift.api.network.Layer;

/** What a task can build networks of, and teach them. */
@Api(INCUBATING)
public interface Extensions {
    /** The activation of that id. */
    Activation activation(String id);

    /** The layer of that id. */
    Layer layer(String id);

    /** The dataset of that id. */
    Dataset dataset(String id);
}
