package org.neuralredshift.backends.dl4j;

import java.util.Locale;
import java.util.stream.Collectors;

/** A program for people: one line per operation, in order. */
final class Listing {
    private Listing() {}

    /** The listing; {@code %3} is result 3, {@code @1} the memory that it has. */
    static String of(Program program, MemoryPlan plan, String library) {
        StringBuilder out = new StringBuilder("dl4j: float32, " + library + ", one network after another\n");
        program.inputs().forEach((input, value) -> line(out, plan, value, "input " + input.name()));
        program.scalars().forEach((scalar, value) -> line(out, plan, value, "scalar " + scalar.name()));
        program.weights().forEach((weight, value) -> line(out, plan, value, "weight " + weight.name()));
        for (Instruction instruction : program.instructions()) {
            String operands = instruction.operands().stream()
                    .map(operand -> " %" + operand.storage().number())
                    .collect(Collectors.joining());
            line(
                    out,
                    plan,
                    instruction.result(),
                    instruction.operation().toString().toLowerCase(Locale.ROOT) + operands);
        }
        program.outputs()
                .forEach((name, value) -> out.append("output ")
                        .append(name)
                        .append(" = %")
                        .append(value.storage().number())
                        .append('\n'));
        return out.toString();
    }

    private static void line(StringBuilder out, MemoryPlan plan, Value value, String what) {
        out.append('%')
                .append(value.storage().number())
                .append(" @")
                .append(plan.slot(value.storage()))
                .append(" = ")
                .append(what)
                .append(" : ")
                .append(value.perNetwork() ? "networks x " : "shared ")
                .append(value.shape())
                .append('\n');
    }
}
