package org.neuralredshift.backends.dl4j;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.neuralredshift.api.expression.Evaluation;
import org.neuralredshift.api.expression.Scalar;

/** The expression of one map, operation after operation. What is used twice is computed once, and on no more elements than it has. */
final class ExpressionLowering {
    private final ProgramBuilder program;
    private final ElementaryFunctions functions;
    private final List<Value> inputs;
    private final Map<Scalar, Value> known = new IdentityHashMap<>();

    /** @param inputs value i is input i of the expression */
    ExpressionLowering(ProgramBuilder program, List<Value> inputs) {
        this.program = program;
        this.functions = new ElementaryFunctions(program);
        this.inputs = inputs;
    }

    /** The value of an expression, in the shape that the inputs which it reads broadcast to. */
    Value lower(Scalar expression) {
        Value earlier = known.get(expression);
        if (earlier != null) {
            return earlier;
        }
        Value value = switch (expression) {
            case Scalar.Constant c -> program.number((float) c.value());
            case Scalar.Input i -> inputs.get(i.index());
            case Scalar.Unary u -> unary(u);
            case Scalar.Binary b -> binary(b);
            case Scalar.Select s -> select(s);
        };
        known.put(expression, value);
        return value;
    }

    private Value unary(Scalar.Unary u) {
        if (u.operand() instanceof Scalar.Constant c) {
            return program.number((float) Evaluation.apply(u.operation(), c.value()));
        }
        Value x = lower(u.operand());
        return switch (u.operation()) {
            case NEGATE -> program.transform(Operation.Transform.NEGATE, x);
            case ABSOLUTE -> program.transform(Operation.Transform.ABSOLUTE, x);
            case EXPONENTIAL -> program.transform(Operation.Transform.EXPONENTIAL, x);
            case LOGARITHM -> program.transform(Operation.Transform.LOGARITHM, x);
            case SQUARE_ROOT -> program.transform(Operation.Transform.SQUARE_ROOT, x);
            case SINE -> program.transform(Operation.Transform.SINE, x);
            case COSINE -> program.transform(Operation.Transform.COSINE, x);
            case TANH -> functions.tanh(x);
            case SIGMOID -> program.elementwise("sigmoid", x);
            case ERROR_FUNCTION -> program.transform(Operation.Transform.ERROR_FUNCTION, x);
        };
    }

    private Value binary(Scalar.Binary b) {
        if (b.left() instanceof Scalar.Constant l && b.right() instanceof Scalar.Constant r) {
            return program.number((float) Evaluation.apply(b.operation(), l.value(), r.value()));
        }
        Value left = lower(b.left());
        Value right = lower(b.right());
        return switch (b.operation()) {
            case ADD -> functions.sum(left, right);
            case SUBTRACT -> program.elementwise("subtract", left, right);
            case MULTIPLY -> program.elementwise("multiply", left, right);
            case DIVIDE -> program.elementwise("divide", left, right);
            case MINIMUM -> extreme(false, b, left, right);
            case MAXIMUM -> extreme(true, b, left, right);
            case POWER -> program.elementwise("Pow", left, right);
        };
    }

    /** ND4J's minimum and maximum ignore NaN in one operand or the other, according to the shapes. */
    private Value extreme(boolean isMaximum, Scalar.Binary b, Value left, Value right) {
        if (b.left() instanceof Scalar.Constant c && !Double.isNaN(c.value())) {
            return extreme(isMaximum, (float) c.value(), right);
        }
        if (b.right() instanceof Scalar.Constant c && !Double.isNaN(c.value())) {
            return extreme(isMaximum, (float) c.value(), left);
        }
        Value extreme = program.elementwise(isMaximum ? "maximum" : "minimum", left, right);
        return functions.withNaNOf(right, functions.withNaNOf(left, extreme));
    }

    private Value extreme(boolean isMaximum, float number, Value x) {
        return isMaximum ? functions.atLeast(number, x) : functions.atMost(number, x);
    }

    private Value select(Scalar.Select s) {
        String name = switch (s.comparison()) {
            case LESS -> "less";
            case LESS_OR_EQUAL -> "less_equal";
            case EQUAL -> "equals";
        };
        Value mask = functions.mask(name, lower(s.left()), lower(s.right()));
        return functions.choose(mask, lower(s.then()), lower(s.otherwise()));
    }
}
