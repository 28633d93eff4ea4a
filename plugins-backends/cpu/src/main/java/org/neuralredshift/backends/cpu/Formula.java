package org.neuralredshift.backends.cpu;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.neuralredshift.api.expression.Scalar;
import org.neuralredshift.api.graph.Tensor;

/**
 * An element-wise computation that is not lowered yet.
 *
 * @param expression of the elements
 * @param operands what its inputs stand for, each tensor once
 */
record Formula(Scalar expression, List<Tensor> operands) {
    /** What an elementary function counts beside an addition. */
    private static final int ELEMENTARY = 20;

    private static final int DIVISION = 8;

    Formula {
        operands = List.copyOf(operands);
    }

    /** A tensor as it is. */
    static Formula of(Tensor tensor) {
        return new Formula(Scalar.input(0), List.of(tensor));
    }

    /** An expression of other formulas: {@code arguments[i]} is its input i. */
    static Formula of(Scalar expression, List<Formula> arguments) {
        List<Tensor> operands = new ArrayList<>();
        List<Scalar> inputs = new ArrayList<>();
        for (Formula argument : arguments) {
            List<Scalar> renamed = argument.operands().stream()
                    .map(operand -> Scalar.input(position(operand, operands)))
                    .toList();
            inputs.add(replaceInputs(argument.expression(), renamed));
        }
        return new Formula(replaceInputs(expression, inputs), operands);
    }

    /** With that tensor, one of its operands, in the first place. */
    Formula startingWith(Tensor first) {
        List<Tensor> order = new ArrayList<>(List.of(first));
        Scalar renamed = inOrder(order);
        return new Formula(renamed, order);
    }

    /** The expression with its inputs numbered as in {@code order}, which grows by those that it lacks. */
    private Scalar inOrder(List<Tensor> order) {
        return new Rewriting(part -> part instanceof Scalar.Input input
                        ? Scalar.input(position(operands.get(input.index()), order))
                        : null)
                .apply(expression);
    }

    /** Without the operands that the expression does not read, unless it reads none. */
    Formula trimmed() {
        List<Tensor> read = new ArrayList<>();
        Scalar trimmed = inOrder(read);
        return read.isEmpty() ? this : new Formula(trimmed, read);
    }

    /** Whether it is a tensor and nothing else. */
    boolean isTensor() {
        return expression instanceof Scalar.Input;
    }

    /** Roughly the time per element, in additions. */
    int cost() {
        return cost(expression);
    }

    /** The cost of an expression whose inputs are there. */
    static int cost(Scalar expression) {
        return cost(expression, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    private static int cost(Scalar part, Set<Scalar> seen) {
        if (!seen.add(part)) {
            return 0;
        }
        return switch (part) {
            case Scalar.Constant constant -> 0;
            case Scalar.Input input -> 0;
            case Scalar.Unary u -> cost(u.operation()) + cost(u.operand(), seen);
            case Scalar.Binary b -> cost(b.operation()) + cost(b.left(), seen) + cost(b.right(), seen);
            case Scalar.Select s ->
                2 + cost(s.left(), seen) + cost(s.right(), seen) + cost(s.then(), seen) + cost(s.otherwise(), seen);
        };
    }

    private static int cost(Scalar.UnaryOperation operation) {
        return switch (operation) {
            case NEGATE, ABSOLUTE -> 1;
            case SQUARE_ROOT -> DIVISION;
            case EXPONENTIAL, LOGARITHM, SINE, COSINE, TANH, SIGMOID, ERROR_FUNCTION -> ELEMENTARY;
        };
    }

    private static int cost(Scalar.BinaryOperation operation) {
        return switch (operation) {
            case ADD, SUBTRACT, MULTIPLY, MINIMUM, MAXIMUM -> 1;
            case DIVIDE -> DIVISION;
            case POWER -> 2 * ELEMENTARY;
        };
    }

    private static Scalar replaceInputs(Scalar expression, List<Scalar> by) {
        return new Rewriting(part -> part instanceof Scalar.Input input ? by.get(input.index()) : null)
                .apply(expression);
    }

    /** Where a tensor stands in the list, at its end if it was not there. */
    static int position(Tensor tensor, List<Tensor> list) {
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i) == tensor) {
                return i;
            }
        }
        list.add(tensor);
        return list.size() - 1;
    }
}
