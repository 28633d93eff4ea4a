package org.neuralredshift.examiner;

import java.util.List;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.neuralredshift.api.compute.Backend;
import org.neuralredshift.api.expression.Scalar.BinaryOperation;
import org.neuralredshift.api.expression.Scalar.UnaryOperation;
import org.neuralredshift.testkit.BackendSuite;

/** What an author of a backend inherits. What it refuses by name comes out as a refusal, which he may have declared. */
final class BackendChecks extends BackendSuite {
    private final Examination examination = Examination.current();

    @RegisterExtension
    final Patience patience = examination.patience();

    @Override
    protected List<Backend> extensions() {
        return examination.extensions(Backend.class);
    }

    @Override
    protected double error(UnaryOperation operation) {
        return examination.declaration().anyError() ? Double.MAX_VALUE : super.error(operation);
    }

    @Override
    protected double error(BinaryOperation operation) {
        return examination.declaration().anyError() ? Double.MAX_VALUE : super.error(operation);
    }
}
