package org.neuralredshift.testkit.plain;

import java.util.IdentityHashMap;
import java.util.Map;
import org.neuralredshift.api.expression.Evaluation;
import org.neuralredshift.api.expression.Scalar;

/** What a backend in float32 may do: every operation rounded, both branches of a selection computed. */
public final class SinglePrecision {
    private final float x;
    private final Map<Scalar, Float> known = new IdentityHashMap<>();

    private SinglePrecision(float x) {
        this.x = x;
    }

    /**
     * The value where input 0 is x.
     *
     * @throws ArithmeticException if a branch of a selection overflows, taken or not
     */
    public static float of(Scalar expression, float x) {
        return new SinglePrecision(x).value(expression);
    }

    private float value(Scalar expression) {
        Float earlier = known.get(expression);
        if (earlier != null) {
            return earlier;
        }
        float value = switch (expression) {
            case Scalar.Constant c -> (float) c.value();
            case Scalar.Input i -> x;
            case Scalar.Unary u -> (float) Evaluation.apply(u.operation(), value(u.operand()));
            case Scalar.Binary b -> (float) Evaluation.apply(b.operation(), value(b.left()), value(b.right()));
            case Scalar.Select s -> {
                float then = value(s.then());
                float otherwise = value(s.otherwise());
                if (Float.isInfinite(then) || Float.isInfinite(otherwise)) {
                    throw new ArithmeticException("at x = " + x + " a branch of a selection overflows in float32, and a"
                            + " backend may compute it: bound its argument, as in exp(min(0, x))");
                }
                yield Evaluation.holds(s.comparison(), value(s.left()), value(s.right())) ? then : otherwise;
            }
        };
        known.put(expression, value);
        return value;
    }
}
