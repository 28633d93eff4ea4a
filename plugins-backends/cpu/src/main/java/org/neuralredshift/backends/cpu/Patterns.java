package org.neuralredshift.backends.cpu;

import org.neuralredshift.api.expression.Scalar;
import org.neuralredshift.api.graph.Tensor;

/** Maps that a step of another kind does on the way. */
final class Patterns {
    /** What a map may cost that a reduction does in its loop, which works on several vectors side by side. */
    static final int REDUCE_BUDGET = 8;

    private static final ExpressionCode RECTIFIER =
            ExpressionCode.of(Scalar.input(0).max(Scalar.of(0)));
    private static final ExpressionCode SUM = ExpressionCode.of(Scalar.input(0).plus(Scalar.input(1)));

    private Patterns() {}

    /** Whether a map adds one weight per feature to a product. */
    static boolean isBiasSum(Tensor.Map map) {
        return map.operands().size() == 2
                && map.operands().get(0) instanceof Tensor.MatrixProduct product
                && map.operands().get(1) instanceof Tensor.Weight bias
                && bias.shape().rank() == 1
                && bias.shape().extent(0) == product.shape().extent(1)
                && ExpressionCode.of(map.expression()).equals(SUM);
    }

    /** Whether a map is max(x, 0). */
    static boolean isRectifier(Tensor.Map map) {
        return map.operands().size() == 1 && ExpressionCode.of(map.expression()).equals(RECTIFIER);
    }

    /** Whether a map, read by a reduction only, is a part of it. */
    static boolean fitsReduction(Tensor.Map map) {
        return Formula.cost(map.expression()) <= REDUCE_BUDGET;
    }
}
