package org.neuralredshift.backends.cpu;

import java.util.List;
import org.neuralredshift.backends.cpu.Operation.Kind;

/** One value of an {@link ExpressionCode}; arguments are the positions of earlier ones. */
sealed interface Instruction {
    /** A float. */
    record Number(float value) implements Instruction {}

    /** A bit pattern. */
    record Bits(int value) implements Instruction {}

    /** The element of an operand of the map. */
    record Element(int operand) implements Instruction {}

    /** An operation on earlier values. */
    record Apply(Operation operation, List<Integer> arguments) implements Instruction {
        public Apply {
            if (arguments.size() != operation.arguments().size()) {
                throw new IllegalArgumentException(
                        operation + " takes " + operation.arguments().size() + " arguments, not " + arguments.size());
            }
            arguments = List.copyOf(arguments);
        }
    }

    /** Bits moved to the left, or to the right with copies of the sign, by a number known when code is written. */
    record Shift(boolean left, int bits, int distance) implements Instruction {}

    /** The coefficient of that degree on the segment that the low five bits name. */
    record Coefficient(Segments function, int degree, int segment) implements Instruction {}

    /** {@code result} where from &lt;= argument &lt;= to; elsewhere what the function gives, slowly. */
    record Within(RareFunction function, int argument, int from, int to, int result) implements Instruction {}

    /** Positions of the values that it needs. */
    default List<Integer> needs() {
        return switch (this) {
            case Number number -> List.of();
            case Bits bits -> List.of();
            case Element element -> List.of();
            case Apply apply -> apply.arguments();
            case Shift shift -> List.of(shift.bits());
            case Coefficient coefficient -> List.of(coefficient.segment());
            case Within within -> List.of(within.argument(), within.from(), within.to(), within.result());
        };
    }

    /** What its lanes hold. */
    default Kind kind() {
        return switch (this) {
            case Bits bits -> Kind.BITS;
            case Shift shift -> Kind.BITS;
            case Apply apply -> apply.operation().result();
            case Number number -> Kind.FLOAT;
            case Element element -> Kind.FLOAT;
            case Coefficient coefficient -> Kind.FLOAT;
            case Within within -> Kind.FLOAT;
        };
    }
}
