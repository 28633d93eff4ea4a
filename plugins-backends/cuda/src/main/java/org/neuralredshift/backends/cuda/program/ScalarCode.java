package org.neuralredshift.backends.cuda.program;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.neuralredshift.api.expression.Scalar;
import org.neuralredshift.api.expression.Scalar.BinaryOperation;
import org.neuralredshift.api.expression.Scalar.Comparison;
import org.neuralredshift.api.expression.Scalar.UnaryOperation;

/**
 * Prints an expression as C: one statement for each operation, each after its operands. Both branches of a selection are computed,
 * one is taken. Nothing is contracted: a product and a sum are two roundings, as the definition has them.
 */
final class ScalarCode {
    private final Code code;
    private final List<String> inputs;
    private final Map<Scalar, String> known = new IdentityHashMap<>();

    private ScalarCode(Code code, List<String> inputs) {
        this.code = code;
        this.inputs = inputs;
    }

    /**
     * Writes the statements.
     *
     * @param inputs C expressions without side effect
     * @return what holds the value
     */
    static String write(Code code, Scalar expression, List<String> inputs) {
        return new ScalarCode(code, inputs).value(expression);
    }

    private String value(Scalar expression) {
        String earlier = known.get(expression);
        if (earlier != null) {
            return earlier;
        }
        String value = switch (expression) {
            case Scalar.Constant c -> Numbers.text((float) c.value());
            case Scalar.Input i -> inputs.get(i.index());
            case Scalar.Unary u -> assigned(unary(u.operation(), value(u.operand())));
            case Scalar.Binary b -> assigned(binary(b.operation(), value(b.left()), value(b.right())));
            case Scalar.Select s ->
                assigned(value(s.left()) + " " + sign(s.comparison()) + " " + value(s.right()) + " ? " + value(s.then())
                        + " : " + value(s.otherwise()));
        };
        known.put(expression, value);
        return value;
    }

    private String assigned(String formula) {
        String name = code.fresh("t");
        code.line("const float " + name + " = " + formula + ";");
        return name;
    }

    private static String unary(UnaryOperation operation, String x) {
        return switch (operation) {
            case NEGATE -> "-(" + x + ")";
            case ABSOLUTE -> "fabsf(" + x + ")";
            case EXPONENTIAL -> "expf(" + x + ")";
            case LOGARITHM -> "logf(" + x + ")";
            case SQUARE_ROOT -> "sqrtf(" + x + ")";
            case SINE -> "sinf(" + x + ")";
            case COSINE -> "cosf(" + x + ")";
            case TANH -> "tanhf(" + x + ")";
            case SIGMOID -> "sigmoid(" + x + ")";
            case ERROR_FUNCTION -> "erff(" + x + ")";
        };
    }

    private static String binary(BinaryOperation operation, String a, String b) {
        return switch (operation) {
            case ADD -> a + " + " + b;
            case SUBTRACT -> a + " - " + b;
            case MULTIPLY -> a + " * " + b;
            case DIVIDE -> a + " / " + b;
            case MINIMUM -> "minimum(" + a + ", " + b + ")";
            case MAXIMUM -> "maximum(" + a + ", " + b + ")";
            case POWER -> "powf(" + a + ", " + b + ")";
        };
    }

    private static String sign(Comparison comparison) {
        return switch (comparison) {
            case LESS -> "<";
            case LESS_OR_EQUAL -> "<=";
            case EQUAL -> "==";
        };
    }
}
