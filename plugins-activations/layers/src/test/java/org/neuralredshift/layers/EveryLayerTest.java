package org.neuralredshift.layers;

import java.util.List;
import org.neuralredshift.api.compute.Backend;
import org.neuralredshift.api.network.Layer;
import org.neuralredshift.backends.reference.ReferenceBackend;
import org.neuralredshift.testkit.LayerSuite;
import org.neuralredshift.testkit.Provided;

class EveryLayerTest extends LayerSuite {
    @Override
    protected List<Layer> extensions() {
        return Provided.by(Dense.class, Layer.class);
    }

    @Override
    protected List<Backend> backends() {
        return List.of(new ReferenceBackend());
    }
}
