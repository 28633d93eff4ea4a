package org.neuralredshift.backends.dl4j;

import java.util.List;
import org.neuralredshift.activations.Relu;
import org.neuralredshift.api.compute.Backend;
import org.neuralredshift.api.network.Activation;
import org.neuralredshift.testkit.ActivationSuite;

/** Every shipped activation, and its derivative, on ND4J. */
class ShippedActivationsTest extends ActivationSuite {
    private final Backend backend = new Dl4jBackend();

    @Override
    protected List<Backend> backends() {
        return List.of(backend);
    }

    @Override
    protected List<Activation> extensions() {
        return Shipped.providers(Activation.class, Relu.class);
    }
}
