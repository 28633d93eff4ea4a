package org.neuralredshift.backends.reference;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.neuralredshift.api.expression.Evaluation;
import org.neuralredshift.api.expression.Scalar;

/**
 * An expression as a list of operations, each after its operands, so that evaluating it allocates nothing. Means what
 * {@link Evaluation#of} means; both branches of a selection are computed, one is taken.
 */
final class Tape {
    private final List<Scalar> nodes = new ArrayList<>();
    private final Map<Scalar, Integer> numbers = new IdentityHashMap<>();
    private final int[][] operands;

    Tape(Scalar expression) {
        record(expression);
        this.operands = nodes.stream()
                .map(node -> parts(node).stream().mapToInt(numbers::get).toArray())
                .toArray(int[][]::new);
    }

    private void record(Scalar node) {
        if (!numbers.containsKey(node)) {
            parts(node).forEach(this::record);
            numbers.put(node, nodes.size());
            nodes.add(node);
        }
    }

    private static List<Scalar> parts(Scalar node) {
        return switch (node) {
            case Scalar.Constant c -> List.of();
            case Scalar.Input i -> List.of();
            case Scalar.Unary u -> List.of(u.operand());
            case Scalar.Binary b -> List.of(b.left(), b.right());
            case Scalar.Select s -> List.of(s.left(), s.right(), s.then(), s.otherwise());
        };
    }

    /** The number of operations, and of registers that they need. */
    int length() {
        return nodes.size();
    }

    /** The value where input i is {@code inputs[i]}; register n receives the value of operation n. */
    double evaluate(double[] inputs, double[] registers) {
        for (int n = 0; n < operands.length; n++) {
            int[] from = operands[n];
            registers[n] = switch (nodes.get(n)) {
                case Scalar.Constant c -> c.value();
                case Scalar.Input i -> inputs[i.index()];
                case Scalar.Unary u -> Evaluation.apply(u.operation(), registers[from[0]]);
                case Scalar.Binary b -> Evaluation.apply(b.operation(), registers[from[0]], registers[from[1]]);
                case Scalar.Select s ->
                    Evaluation.holds(s.comparison(), registers[from[0]], registers[from[1]])
                            ? registers[from[2]]
                            : registers[from[3]];
            };
        }
        return registers[operands.length - 1];
    }

    /** The operations for people: {@code t2 = multiply(x0, 0.5)}, one line each; leaves stand where they are used. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (int n = 0; n < operands.length; n++) {
            Scalar node = nodes.get(n);
            if (!(node instanceof Scalar.Constant || node instanceof Scalar.Input)) {
                lines.add(name(n) + " = " + call(node, n));
            }
        }
        return lines.isEmpty() ? List.of(name(operands.length - 1)) : lines;
    }

    private String call(Scalar node, int n) {
        List<String> from = new ArrayList<>();
        for (int operand : operands[n]) {
            from.add(name(operand));
        }
        return switch (node) {
            case Scalar.Unary u -> word(u.operation()) + "(" + from.get(0) + ")";
            case Scalar.Binary b -> word(b.operation()) + "(" + from.get(0) + ", " + from.get(1) + ")";
            case Scalar.Select s ->
                from.get(0) + " " + word(s.comparison()) + " " + from.get(1) + " ? " + from.get(2) + " : "
                        + from.get(3);
            case Scalar.Constant c -> name(n);
            case Scalar.Input i -> name(n);
        };
    }

    private String name(int n) {
        return switch (nodes.get(n)) {
            case Scalar.Constant c -> Double.toString(c.value());
            case Scalar.Input i -> "x" + i.index();
            default -> "t" + n;
        };
    }

    private static String word(Enum<?> operation) {
        return operation.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
