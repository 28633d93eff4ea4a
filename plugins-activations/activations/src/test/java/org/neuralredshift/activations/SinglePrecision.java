package org.neuralredshift.activations;

import org.neuralredshift.api.expression.Evaluation;
import org.neuralredshift.api.expression.Scalar;

/** What a backend in float32 may do: every operation rounded, both branches of a selection computed. */
final class SinglePrecision {
    private SinglePrecision() {}

    /** The value where input 0 is x. */
    static float of(Scalar expression, float x) {
        return switch (expression) {
            case Scalar.Constant c -> (float) c.value();
            case Scalar.Input i -> x;
            case Scalar.Unary u -> (float) Evaluation.apply(u.operation(), of(u.operand(), x));
            case Scalar.Binary b -> (float) Evaluation.apply(b.operation(), of(b.left(), x), of(b.right(), x));
            case Scalar.Select s -> {
                float then = of(s.then(), x);
                float otherwise = of(s.otherwise(), x);
                if (Float.isInfinite(then) || Float.isInfinite(otherwise)) {
                    throw new ArithmeticException("a branch of a selection overflows at " + x);
                }
                yield Evaluation.holds(s.comparison(), of(s.left(), x), of(s.right(), x)) ? then : otherwise;
            }
        };
    }
}
