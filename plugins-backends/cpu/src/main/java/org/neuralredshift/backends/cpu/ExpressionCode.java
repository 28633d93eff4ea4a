package org.neuralredshift.backends.cpu;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.neuralredshift.api.expression.Scalar;

/**
 * An expression as a list of instructions, operands before their uses, each value computed once. Linear in the number of
 * distinct values, however often the expression shares them. Equal expressions have equal code.
 *
 * @param instructions the last one is the result
 */
record ExpressionCode(List<Instruction> instructions) {
    /** One value; operands are positions in the list. */
    sealed interface Instruction {
        /** A number. */
        record Number(float value) implements Instruction {}

        /** The element of an operand of the map. */
        record Element(int operand) implements Instruction {}

        /** A method of {@link ScalarMath}, and of {@link Lanes} or {@link VectorMath} under the same name. */
        record Call(String method, List<Integer> arguments) implements Instruction {}
    }

    ExpressionCode {
        instructions = List.copyOf(instructions);
    }

    static ExpressionCode of(Scalar expression) {
        Builder builder = new Builder();
        builder.position(expression);
        return new ExpressionCode(builder.instructions);
    }

    /** The operations in order, for people. */
    String summary() {
        return instructions.stream()
                .filter(Instruction.Call.class::isInstance)
                .map(call -> ((Instruction.Call) call).method())
                .collect(Collectors.joining(" "));
    }

    private static final class Builder {
        private final List<Instruction> instructions = new ArrayList<>();
        private final Map<Instruction, Integer> positions = new HashMap<>();
        private final Map<Scalar, Integer> seen = new IdentityHashMap<>();

        int position(Scalar e) {
            Integer known = seen.get(e);
            if (known == null) {
                known = add(instruction(e));
                seen.put(e, known);
            }
            return known;
        }

        private int add(Instruction instruction) {
            Integer known = positions.get(instruction);
            if (known == null) {
                known = instructions.size();
                instructions.add(instruction);
                positions.put(instruction, known);
            }
            return known;
        }

        private Instruction instruction(Scalar e) {
            return switch (e) {
                case Scalar.Constant c -> new Instruction.Number((float) c.value());
                case Scalar.Input i -> new Instruction.Element(i.index());
                case Scalar.Unary u -> call(method(u.operation()), u.operand());
                case Scalar.Binary b when isRectifier(b) -> call("rectify", b.left());
                case Scalar.Binary b -> call(method(b.operation()), b.left(), b.right());
                case Scalar.Select s -> call(method(s.comparison()), s.left(), s.right(), s.then(), s.otherwise());
            };
        }

        private Instruction.Call call(String method, Scalar... arguments) {
            List<Integer> positions = new ArrayList<>();
            for (Scalar argument : arguments) {
                positions.add(position(argument));
            }
            return new Instruction.Call(method, List.copyOf(positions));
        }

        private static boolean isRectifier(Scalar.Binary b) {
            return b.operation() == Scalar.BinaryOperation.MAXIMUM
                    && b.right() instanceof Scalar.Constant zero
                    && Double.doubleToRawLongBits(zero.value()) == 0;
        }
    }

    private static String method(Scalar.UnaryOperation operation) {
        return switch (operation) {
            case NEGATE -> "negate";
            case ABSOLUTE -> "absolute";
            case EXPONENTIAL -> "exponential";
            case LOGARITHM -> "logarithm";
            case SQUARE_ROOT -> "squareRoot";
            case SINE -> "sine";
            case COSINE -> "cosine";
            case TANH -> "tanh";
            case SIGMOID -> "sigmoid";
            case ERROR_FUNCTION -> "errorFunction";
        };
    }

    private static String method(Scalar.BinaryOperation operation) {
        return switch (operation) {
            case ADD -> "add";
            case SUBTRACT -> "subtract";
            case MULTIPLY -> "multiply";
            case DIVIDE -> "divide";
            case MINIMUM -> "minimum";
            case MAXIMUM -> "maximum";
            case POWER -> "power";
        };
    }

    private static String method(Scalar.Comparison comparison) {
        return switch (comparison) {
            case LESS -> "ifLess";
            case LESS_OR_EQUAL -> "ifLessOrEqual";
            case EQUAL -> "ifEqual";
        };
    }
}
