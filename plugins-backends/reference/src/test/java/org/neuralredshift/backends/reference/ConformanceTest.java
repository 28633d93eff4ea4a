package org.neuralredshift.backends.reference;

import java.util.List;
import org.neuralredshift.api.compute.Backend;
import org.neuralredshift.api.expression.Scalar.BinaryOperation;
import org.neuralredshift.api.expression.Scalar.UnaryOperation;
import org.neuralredshift.testkit.BackendSuite;
import org.neuralredshift.testkit.Provided;

/** The test kit writes down what a graph means a second time, in another way; this interpreter gives the same, to the bit. */
class ConformanceTest extends BackendSuite {
    @Override
    protected List<Backend> extensions() {
        return Provided.by(ReferenceBackend.class, Backend.class);
    }

    @Override
    protected double error(UnaryOperation operation) {
        return 0;
    }

    @Override
    protected double error(BinaryOperation operation) {
        return 0;
    }
}
