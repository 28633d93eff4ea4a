package org.neuralredshift.backends.cpu;

import java.util.List;
import org.neuralredshift.api.graph.Tensor.Reduction;

/**
 * What a reduction over the features computes: after(reduced before(x)).
 *
 * @param reduction sum or maximum
 * @param before of the elements that are reduced
 * @param operands of {@code before}
 * @param after of the reduced value, which is its operand 0
 * @param others further operands of {@code after}: numbers, or one row
 */
record ReduceShape(
        Reduction reduction,
        ExpressionCode before,
        List<Operand> operands,
        ExpressionCode after,
        List<Operand> others) {
    ReduceShape {
        operands = List.copyOf(operands);
        others = List.copyOf(others);
    }

    /** For people. */
    String summary() {
        return "reduce: " + (before.summary() + " [" + reduction + "] " + after.summary()).strip();
    }
}
