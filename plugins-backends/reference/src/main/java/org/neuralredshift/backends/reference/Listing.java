package org.neuralredshift.backends.reference;

import java.util.stream.Collectors;
import org.neuralredshift.api.graph.Tensor;

/** A plan for people: one line per tensor, in the order of the program. */
final class Listing {
    private Listing() {}

    /** The listing; {@code %3} is the tensor at position 3. */
    static String of(Plan plan) {
        StringBuilder out = new StringBuilder("reference: float64, interpreted, one network after another\n");
        for (int position = 0; position < plan.count(); position++) {
            Tensor tensor = plan.tensor(position);
            out.append('%').append(position).append(" = ").append(operation(tensor));
            out.append(tensor.operands().stream()
                    .map(operand -> " %" + plan.position(operand))
                    .collect(Collectors.joining()));
            out.append(" : ").append(plan.perNetwork(position) ? "networks x " : "shared ");
            out.append(tensor.shape()).append('\n');
            if (tensor instanceof Tensor.Map map) {
                new Tape(map.expression())
                        .lines()
                        .forEach(line -> out.append("    ").append(line).append('\n'));
            }
        }
        plan.graph()
                .outputs()
                .forEach((name, tensor) -> out.append("output ")
                        .append(name)
                        .append(" = %")
                        .append(plan.position(tensor))
                        .append('\n'));
        plan.graph()
                .updates()
                .forEach((state, tensor) -> out.append("state ")
                        .append(state.name())
                        .append(" becomes %")
                        .append(plan.position(tensor))
                        .append('\n'));
        return out.toString();
    }

    private static String operation(Tensor tensor) {
        return switch (tensor) {
            case Tensor.Input t -> "input " + t.name();
            case Tensor.Constant t -> "constant";
            case Tensor.Weight t ->
                "weight " + t.name() + " (number " + t.ordinal() + ", fan-in " + t.fanIn() + ", fan-out " + t.fanOut()
                        + ")";
            case Tensor.NetworkScalar t -> "scalar " + t.name();
            case Tensor.State t -> "state " + t.name();
            case Tensor.MatrixProduct t -> "matrix product";
            case Tensor.Map t -> "map";
            case Tensor.Reduce t ->
                (t.reduction() == Tensor.Reduction.SUM ? "sum" : "maximum") + " over axis " + t.axis();
            case Tensor.Expand t -> "expand";
            case Tensor.Reshape t -> "reshape";
            case Tensor.Transpose t -> "transpose " + t.order();
            case Tensor.Slice t -> "slice [" + t.from() + ", " + t.to() + ") of axis " + t.axis();
            case Tensor.Pad t -> "pad axis " + t.axis() + " by " + t.before() + " and " + t.after();
            case Tensor.Gather t -> "gather";
            case Tensor.ScatterAdd t -> "scatter-add";
            case Tensor.Kernel t -> "kernel " + t.name();
        };
    }
}
