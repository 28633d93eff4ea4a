package org.neuralredshift.backends.dl4j;

import java.util.List;
import org.neuralredshift.api.compute.Backend;
import org.neuralredshift.api.expression.Scalar.BinaryOperation;
import org.neuralredshift.api.expression.Scalar.UnaryOperation;
import org.neuralredshift.testkit.BackendSuite;

class ConformanceTest extends BackendSuite {
    @Override
    protected List<Backend> extensions() {
        return List.of(new Dl4jBackend());
    }

    @Override
    protected double error(UnaryOperation operation) {
        return switch (operation) {
            case NEGATE, ABSOLUTE -> 0;
            case SQUARE_ROOT -> 0.5;
            case EXPONENTIAL, LOGARITHM, SINE, COSINE, ERROR_FUNCTION -> 1;
            case SIGMOID -> 2;
            case TANH -> 7;
        };
    }

    @Override
    protected double error(BinaryOperation operation) {
        return operation == BinaryOperation.POWER ? 1 : 0.5;
    }
}
