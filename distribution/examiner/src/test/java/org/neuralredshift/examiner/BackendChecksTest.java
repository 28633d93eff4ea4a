package org.neuralredshift.examiner;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.neuralredshift.api.expression.Scalar.BinaryOperation;
import org.neuralredshift.api.expression.Scalar.UnaryOperation;
import org.neuralredshift.engine.plugin.ExtensionKind;

class BackendChecksTest {
    private static BackendChecks declaring(Declaration declaration) {
        List<BackendChecks> made = new ArrayList<>();
        Made.examination("backend/made").declaring(declaration).around(() -> made.add(new BackendChecks()));
        return made.getFirst();
    }

    @Test
    void aLargerErrorMayBeDeclaredOfWhatIsApproximatedButNotOfNonsense() {
        BackendChecks usual = declaring(Declaration.NONE);
        BackendChecks excused = declaring(Declaration.of(ExtensionKind.BACKEND).getLast());
        assertEquals(4, usual.error(UnaryOperation.TANH));
        assertEquals(1024, excused.error(UnaryOperation.TANH));
        assertEquals(1024, excused.error(BinaryOperation.POWER));
    }

    @Test
    void noErrorMayBeDeclaredOfWhatHasOneAnswer() {
        BackendChecks excused = declaring(Declaration.of(ExtensionKind.BACKEND).getLast());
        assertEquals(0, excused.error(UnaryOperation.NEGATE));
        assertEquals(0, excused.error(UnaryOperation.ABSOLUTE));
        for (BinaryOperation operation : List.of(
                BinaryOperation.ADD,
                BinaryOperation.SUBTRACT,
                BinaryOperation.MULTIPLY,
                BinaryOperation.MINIMUM,
                BinaryOperation.MAXIMUM)) {
            assertEquals(0.5, excused.error(operation), operation::toString);
        }
    }
}
