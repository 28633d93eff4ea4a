package org.neuralredshift.api.graph;

import static org.neuralredshift.api.annotation.Api.Stability.INCUBATING;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.neuralredshift.api.annotation.Api;
import org.neuralredshift.api.expression.Scalar;

/** Programs as text, one line per operation: two that say the same compute the same, in the same order. */
@Api(INCUBATING)
public final class Listing {
    private Listing() {}

    /** The operations of an expression; a part that is used twice stands there once. */
    public static List<String> of(Scalar expression) {
        List<String> lines = new ArrayList<>();
        number(expression, new IdentityHashMap<>(), lines);
        return lines;
    }

    private static int number(Scalar node, Map<Scalar, Integer> numbers, List<String> lines) {
        Integer earlier = numbers.get(node);
        if (earlier != null) {
            return earlier;
        }
        String line = switch (node) {
            case Scalar.Constant c -> "constant " + c.value();
            case Scalar.Input i -> "input " + i.index();
            case Scalar.Unary u -> u.operation() + " " + number(u.operand(), numbers, lines);
            case Scalar.Binary b ->
                b.operation() + " " + number(b.left(), numbers, lines) + " " + number(b.right(), numbers, lines);
            case Scalar.Select s ->
                s.comparison() + " " + number(s.left(), numbers, lines) + " " + number(s.right(), numbers, lines) + " "
                        + number(s.then(), numbers, lines) + " " + number(s.otherwise(), numbers, lines);
        };
        lines.add(line);
        numbers.put(node, lines.size() - 1);
        return lines.size() - 1;
    }

    /** The tensors of a graph, and its results. */
    public static List<String> of(Graph graph) {
        Map<Tensor, Integer> positions = new IdentityHashMap<>();
        List<String> lines = new ArrayList<>();
        for (Tensor tensor : graph.tensors()) {
            String operands = tensor.operands().stream()
                    .map(operand -> " " + positions.get(operand))
                    .collect(Collectors.joining());
            lines.add(tensor.getClass().getSimpleName() + detail(tensor) + operands + " : " + tensor.shape());
            positions.put(tensor, positions.size());
        }
        graph.outputs().forEach((name, tensor) -> lines.add(name + " = " + positions.get(tensor)));
        graph.updates().forEach((state, tensor) -> lines.add(state.name() + " becomes " + positions.get(tensor)));
        return lines;
    }

    private static String detail(Tensor tensor) {
        return switch (tensor) {
            case Tensor.Input t -> " " + t.name();
            case Tensor.Constant t -> " " + Arrays.toString(t.values());
            case Tensor.Weight t ->
                " " + t.name() + " number " + t.ordinal() + ", " + t.fanIn() + " to " + t.fanOut() + ", " + t.role();
            case Tensor.NetworkScalar t -> " " + t.name();
            case Tensor.State t -> " " + t.name();
            case Tensor.Map t -> " " + of(t.expression());
            case Tensor.Reduce t -> " " + t.reduction() + " over axis " + t.axis();
            case Tensor.Transpose t -> " " + t.order();
            case Tensor.Slice t -> " " + t.axis() + " from " + t.from();
            case Tensor.Pad t -> " " + t.axis() + " by " + t.before() + ", " + t.after();
            case Tensor.MatrixProduct t -> "";
            case Tensor.Expand t -> "";
            case Tensor.Reshape t -> "";
            case Tensor.Gather t -> "";
            case Tensor.ScatterAdd t -> "";
            case Tensor.Kernel t ->
                " " + t.name() + " " + t.revision() + " " + t.parameters().values();
        };
    }
}
