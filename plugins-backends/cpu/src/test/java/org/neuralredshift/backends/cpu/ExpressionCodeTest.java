package org.neuralredshift.backends.cpu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.neuralredshift.api.expression.Scalar;
import org.neuralredshift.backends.cpu.Instruction.Element;

class ExpressionCodeTest {
    private static final Scalar X = Scalar.input(0);

    @Test
    void aFactorOfOneCostsNothing() {
        assertEquals(List.of(new Element(0)), ExpressionCode.of(X.times(1)).instructions());
        assertEquals(List.of(new Element(0)), ExpressionCode.of(X.dividedBy(1)).instructions());
        assertNotEquals(List.of(new Element(0)), ExpressionCode.of(X.times(-1)).instructions());
    }

    @Test
    void aSquareIsAProduct() {
        List<Instruction> product = List.of(new Element(0), new Instruction.Apply(Operation.MULTIPLY, List.of(0, 0)));
        assertEquals(product, ExpressionCode.of(X.squared()).instructions());
        assertEquals(
                Operation.MULTIPLY,
                ((Instruction.Apply) ExpressionCode.of(X.power(Scalar.of(2)))
                                .instructions()
                                .getLast())
                        .operation());
    }

    @Test
    void equalValuesAreComputedOnce() {
        Scalar twice = X.tanh().plus(Scalar.input(0).tanh());
        int once = ExpressionCode.of(X.tanh()).instructions().size();
        assertEquals(once + 1, ExpressionCode.of(twice).instructions().size());
    }
}
