package org.neuralredshift.backends.cpu;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.neuralredshift.api.expression.Scalar;

/**
 * An expression as a straight list of instructions, operands before their uses, each value computed once. Linear in the
 * number of distinct values, however often the expression shares them. Equal expressions have equal code.
 *
 * @param instructions the last one is the result, or one of several
 * @param results positions of the results
 * @param summary the operations of the expression in order, for people
 */
record ExpressionCode(List<Instruction> instructions, List<Integer> results, String summary) {
    ExpressionCode {
        instructions = List.copyOf(instructions);
        results = List.copyOf(results);
    }

    static ExpressionCode of(Scalar expression) {
        return of(List.of(expression));
    }

    /** Several expressions; what they share is computed once. */
    static ExpressionCode of(List<Scalar> expressions) {
        Translation translation = new Translation();
        List<Integer> results = expressions.stream().map(translation::position).toList();
        List<Instruction> instructions = translation.list.instructions.subList(0, Collections.max(results) + 1);
        return new ExpressionCode(instructions, results, String.join(" ", translation.words));
    }

    /** A list that grows; an instruction that is there already is not added again. */
    static final class Builder {
        private final List<Instruction> instructions = new ArrayList<>();
        private final Map<Instruction, Integer> positions = new HashMap<>();

        /** The position of that value. */
        int add(Instruction instruction) {
            return positions.computeIfAbsent(instruction, added -> {
                instructions.add(added);
                return instructions.size() - 1;
            });
        }

        int number(double value) {
            return add(new Instruction.Number((float) value));
        }

        int apply(Operation operation, Integer... arguments) {
            return add(new Instruction.Apply(operation, List.of(arguments)));
        }
    }

    private static final class Translation {
        private final Builder list = new Builder();
        private final ElementaryFunctions elementary = new ElementaryFunctions(list);
        private final Map<Scalar, Integer> seen = new IdentityHashMap<>();
        private final List<String> words = new ArrayList<>();

        int position(Scalar e) {
            Integer known = seen.get(e);
            if (known == null) {
                known = translate(e);
                seen.put(e, known);
            }
            return known;
        }

        private int translate(Scalar e) {
            return switch (e) {
                case Scalar.Constant c -> list.number(c.value());
                case Scalar.Input i -> list.add(new Instruction.Element(i.index()));
                case Scalar.Unary u -> unary(u.operation(), position(u.operand()));
                case Scalar.Binary b -> binary(b.operation(), position(b.left()), position(b.right()));
                case Scalar.Select s ->
                    select(
                            s.comparison(),
                            position(s.left()),
                            position(s.right()),
                            position(s.then()),
                            position(s.otherwise()));
            };
        }

        private int unary(Scalar.UnaryOperation operation, int x) {
            say(operation);
            return switch (operation) {
                case NEGATE -> list.apply(Operation.NEGATE, x);
                case ABSOLUTE -> list.apply(Operation.ABSOLUTE, x);
                case SQUARE_ROOT -> list.apply(Operation.SQUARE_ROOT, x);
                case EXPONENTIAL -> elementary.exponential(x);
                case LOGARITHM -> elementary.logarithm(x);
                case SINE -> elementary.sine(x);
                case COSINE -> elementary.cosine(x);
                case SIGMOID -> elementary.sigmoid(x);
                case TANH -> elementary.segmented(Segments.TANH, x);
                case ERROR_FUNCTION -> elementary.segmented(Segments.ERROR_FUNCTION, x);
            };
        }

        /** A parameter that changes no bit costs nothing: x times 1, x / 1; and x to the power 2 is x x, rounded once. */
        private int binary(Scalar.BinaryOperation operation, int a, int b) {
            say(operation);
            if (list.instructions.get(a) instanceof Instruction.Number number && isBound(operation, number)) {
                return bound(operation, b, a, number.value());
            }
            if (list.instructions.get(b) instanceof Instruction.Number number) {
                if (isBound(operation, number)) {
                    return bound(operation, a, b, number.value());
                }
                switch (operation) {
                    case MULTIPLY, DIVIDE -> {
                        if (number.value() == 1) {
                            return a;
                        }
                    }
                    case POWER -> {
                        if (number.value() == 2) {
                            return list.apply(Operation.MULTIPLY, a, a);
                        }
                    }
                    case ADD, SUBTRACT, MINIMUM, MAXIMUM -> {}
                }
            }
            return list.apply(
                    switch (operation) {
                        case ADD -> Operation.ADD;
                        case SUBTRACT -> Operation.SUBTRACT;
                        case MULTIPLY -> Operation.MULTIPLY;
                        case DIVIDE -> Operation.DIVIDE;
                        case MINIMUM -> Operation.MINIMUM;
                        case MAXIMUM -> Operation.MAXIMUM;
                        case POWER -> Operation.POWER;
                    },
                    a,
                    b);
        }

        private int select(Scalar.Comparison comparison, int left, int right, int then, int otherwise) {
            say(comparison);
            return list.apply(
                    switch (comparison) {
                        case LESS -> Operation.IF_LESS;
                        case LESS_OR_EQUAL -> Operation.IF_LESS_OR_EQUAL;
                        case EQUAL -> Operation.IF_EQUAL;
                    },
                    left,
                    right,
                    then,
                    otherwise);
        }

        private static boolean isBound(Scalar.BinaryOperation operation, Instruction.Number number) {
            return switch (operation) {
                case MINIMUM, MAXIMUM -> !Float.isNaN(number.value());
                case ADD, SUBTRACT, MULTIPLY, DIVIDE, POWER -> false;
            };
        }

        /**
         * One comparison instead of the five operations that look at the signs of zeros and at NaN on both sides: NaN
         * compares false, which keeps x, and a tie of two zeros goes to the bound if that is the result of the two.
         */
        private int bound(Scalar.BinaryOperation operation, int x, int bound, float value) {
            boolean upper = operation == Scalar.BinaryOperation.MINIMUM;
            boolean tie = Float.floatToRawIntBits(value) != Float.floatToRawIntBits(upper ? 0f : -0f);
            Operation comparison = tie ? Operation.IF_LESS_OR_EQUAL : Operation.IF_LESS;
            return list.apply(comparison, upper ? bound : x, upper ? x : bound, bound, x);
        }

        private void say(Enum<?> operation) {
            words.add(operation.name().toLowerCase(Locale.ROOT));
        }
    }
}
