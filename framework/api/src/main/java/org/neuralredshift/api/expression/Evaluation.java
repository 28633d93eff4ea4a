package org.neuralredshift.api.expression;

import static org.neuralredshift.api.annotation.Api.Stability.STABLE;

import java.util.IdentityHashMap;
import java.util.Map;
import org.neuralredshift.api.annotation.Api;
import org.neuralredshift.api.expression.Scalar.BinaryOperation;
import org.neuralredshift.api.expression.Scalar.Comparison;
import org.neuralredshift.api.expression.Scalar.UnaryOperation;

/**
 * What every operation means, in float64 with the results of {@link StrictMath}: slow, obvious, the definition. NaN and
 * infinity follow IEEE 754; no value is an error.
 */
@Api(STABLE)
public final class Evaluation {
    private Evaluation() {}

    /**
     * The value of {@code expression} where input i is {@code inputs[i]}. Of a selection, only the branch that is taken is
     * computed.
     *
     * @throws ArrayIndexOutOfBoundsException if the expression reads an input that is not given
     */
    public static double of(Scalar expression, double... inputs) {
        return evaluate(expression, inputs, new IdentityHashMap<>());
    }

    private static double evaluate(Scalar expression, double[] inputs, Map<Scalar, Double> known) {
        Double earlier = known.get(expression);
        if (earlier != null) {
            return earlier;
        }
        double value = switch (expression) {
            case Scalar.Constant c -> c.value();
            case Scalar.Input i -> inputs[i.index()];
            case Scalar.Unary u -> apply(u.operation(), evaluate(u.operand(), inputs, known));
            case Scalar.Binary b ->
                apply(b.operation(), evaluate(b.left(), inputs, known), evaluate(b.right(), inputs, known));
            case Scalar.Select s ->
                holds(s.comparison(), evaluate(s.left(), inputs, known), evaluate(s.right(), inputs, known))
                        ? evaluate(s.then(), inputs, known)
                        : evaluate(s.otherwise(), inputs, known);
        };
        known.put(expression, value);
        return value;
    }

    /** The meaning of an operation with one operand. */
    public static double apply(UnaryOperation operation, double x) {
        return switch (operation) {
            case NEGATE -> -x;
            case ABSOLUTE -> Math.abs(x);
            case EXPONENTIAL -> StrictMath.exp(x);
            case LOGARITHM -> StrictMath.log(x);
            case SQUARE_ROOT -> Math.sqrt(x);
            case SINE -> StrictMath.sin(x);
            case COSINE -> StrictMath.cos(x);
            case TANH -> StrictMath.tanh(x);
            case SIGMOID -> 1 / (1 + StrictMath.exp(-x));
            case ERROR_FUNCTION -> ErrorFunction.of(x);
        };
    }

    /** The meaning of an operation with two operands. */
    public static double apply(BinaryOperation operation, double a, double b) {
        return switch (operation) {
            case ADD -> a + b;
            case SUBTRACT -> a - b;
            case MULTIPLY -> a * b;
            case DIVIDE -> a / b;
            case MINIMUM -> Math.min(a, b);
            case MAXIMUM -> Math.max(a, b);
            case POWER -> StrictMath.pow(a, b);
        };
    }

    /** The meaning of a comparison. */
    public static boolean holds(Comparison comparison, double left, double right) {
        return switch (comparison) {
            case LESS -> left < right;
            case LESS_OR_EQUAL -> left <= right;
            case EQUAL -> left == right;
        };
    }
}
