package org.neuralredshift.layers;

import java.util.List;
import org.neuralredshift.api.network.Layer;
import org.neuralredshift.testkit.LayerSuite;
import org.neuralredshift.testkit.Provided;

/** On the backend {@code reference}, which the suite finds on the test path. */
class EveryLayerTest extends LayerSuite {
    @Override
    protected List<Layer> extensions() {
        return Provided.by(Dense.class, Layer.class);
    }
}
