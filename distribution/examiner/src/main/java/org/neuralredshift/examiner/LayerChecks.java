package org.neuralredshift.examiner;

import java.util.List;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.neuralredshift.api.compute.Backend;
import org.neuralredshift.api.network.Layer;
import org.neuralredshift.testkit.LayerSuite;

/** What an author of a layer inherits, on all backends that are installed. */
final class LayerChecks extends LayerSuite {
    private final Examination examination = Examination.current();

    @RegisterExtension
    final Patience patience = examination.patience();

    @Override
    protected List<Layer> extensions() {
        return examination.extensions(Layer.class);
    }

    @Override
    protected List<Backend> backends() {
        return examination.backends();
    }
}
