package org.neuralredshift.examiner;

import java.util.List;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.neuralredshift.api.compute.Backend;
import org.neuralredshift.api.network.Activation;
import org.neuralredshift.testkit.ActivationSuite;

/** What an author of an activation inherits, on all backends that are installed. */
final class ActivationChecks extends ActivationSuite {
    private final Examination examination = Examination.current();

    @RegisterExtension
    final Patience patience = examination.patience();

    @Override
    protected List<Activation> extensions() {
        return examination.extensions(Activation.class);
    }

    @Override
    protected double farthest(Activation activation) {
        return examination.declaration().farthest();
    }

    @Override
    protected List<Backend> backends() {
        return examination.backends();
    }
}
