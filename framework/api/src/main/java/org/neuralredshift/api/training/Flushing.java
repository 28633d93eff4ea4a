package org.neuralredshift.api.training;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.neuralredshift.api.graph.Graph;
import org.neuralredshift.api.graph.Tensor;

/**
 * Makes 0 what is too small to matter before it enters a product of matrices: activations and adjoints that have faded to
 * {@code 1e-18}. A saturated network has many, their products are subnormal numbers, and arithmetic on those is so slow on many
 * processors that such a network would train several times slower than others.
 */
final class Flushing {
    /** The square is still a normal float. */
    private static final double SMALLEST = 1e-18;

    private Flushing() {}

    /** The same program, in which what enters products has no such numbers. */
    static Graph of(Graph program) {
        Set<Tensor> entering = entering(program);
        Map<Tensor, Tensor> copies = new IdentityHashMap<>();
        List<Tensor> tensors = new ArrayList<>();
        for (Tensor tensor : program.tensors()) {
            List<Tensor> operands = tensor.operands().stream()
                    .map(operand -> copy(copies, operand))
                    .toList();
            Tensor copy = tensor instanceof Tensor.Map map && entering.contains(map)
                    ? new Tensor.Map(Step.flushed(map.expression(), SMALLEST), operands, map.shape())
                    : tensor.withOperands(operands);
            copies.put(tensor, copy);
            tensors.add(copy);
        }
        Map<String, Tensor> outputs = new LinkedHashMap<>();
        program.outputs().forEach((name, tensor) -> outputs.put(name, copy(copies, tensor)));
        Map<Tensor.State, Tensor> updates = new LinkedHashMap<>();
        program.updates().forEach((state, tensor) -> updates.put(state, copy(copies, tensor)));
        return new Graph(tensors, outputs, updates);
    }

    private static Tensor copy(Map<Tensor, Tensor> copies, Tensor tensor) {
        return Objects.requireNonNull(copies.get(tensor));
    }

    /** What enters a product, as it is, repeated, or with its elements in another order. */
    private static Set<Tensor> entering(Graph program) {
        Set<Tensor> entering = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Tensor tensor : program.tensors().reversed()) {
            boolean passesOn = switch (tensor) {
                case Tensor.MatrixProduct product -> true;
                case Tensor.Transpose t -> entering.contains(t);
                case Tensor.Reshape t -> entering.contains(t);
                case Tensor.Slice t -> entering.contains(t);
                case Tensor.Expand t -> entering.contains(t);
                default -> false;
            };
            if (passesOn) {
                entering.addAll(tensor.operands());
            }
        }
        return entering;
    }
}
