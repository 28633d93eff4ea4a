package org.neuralredshift.backends.cpu;

import java.util.List;
import org.neuralredshift.api.compute.Backend;
import org.neuralredshift.api.expression.Scalar.BinaryOperation;
import org.neuralredshift.api.expression.Scalar.UnaryOperation;
import org.neuralredshift.testkit.BackendSuite;

class ConformanceTest extends BackendSuite {
    @Override
    protected List<Backend> extensions() {
        return List.of(new CpuBackend(Lanes.FLOATS.length(), 0));
    }

    /** The errors that {@link ElementaryFunctionsTest} states, and finds on more numbers. */
    @Override
    protected double error(UnaryOperation operation) {
        return switch (operation) {
            case NEGATE, ABSOLUTE -> 0;
            case SQUARE_ROOT -> 0.5;
            case EXPONENTIAL -> 1.5;
            case LOGARITHM, SINE, COSINE -> 2;
            case TANH, SIGMOID, ERROR_FUNCTION -> 2.5;
        };
    }

    @Override
    protected double error(BinaryOperation operation) {
        return operation == BinaryOperation.POWER ? 0.5001 : 0.5;
    }
}
