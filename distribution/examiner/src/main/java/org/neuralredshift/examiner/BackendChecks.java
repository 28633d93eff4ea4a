package org.neuralredshift.examiner;

import java.util.List;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.neuralredshift.api.compute.Backend;
import org.neuralredshift.api.expression.Scalar.BinaryOperation;
import org.neuralredshift.api.expression.Scalar.UnaryOperation;
import org.neuralredshift.testkit.BackendSuite;

/**
 * What an author of a backend inherits. What it refuses by name comes out as a refusal, which he may have declared; and so he
 * may a larger error, but only of what hardware approximates.
 */
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
        double usual = super.error(operation);
        return switch (operation) {
            case NEGATE, ABSOLUTE -> usual;
            case SQUARE_ROOT, EXPONENTIAL, LOGARITHM, SINE, COSINE, TANH, SIGMOID, ERROR_FUNCTION -> excused(usual);
        };
    }

    @Override
    protected double error(BinaryOperation operation) {
        double usual = super.error(operation);
        return switch (operation) {
            case ADD, SUBTRACT, MULTIPLY, MINIMUM, MAXIMUM -> usual;
            case DIVIDE, POWER -> excused(usual);
        };
    }

    private double excused(double usual) {
        return Math.max(usual, examination.declaration().error());
    }
}
