package org.neuralredshift.activations;

import java.util.List;
import org.neuralredshift.api.network.Activation;
import org.neuralredshift.testkit.ActivationSuite;
import org.neuralredshift.testkit.Provided;

class EveryActivationTest extends ActivationSuite {
    @Override
    protected List<Activation> extensions() {
        return Provided.by(Relu.class, Activation.class);
    }
}
