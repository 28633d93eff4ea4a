package org.neuralredshift.backends.cpu;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.neuralredshift.api.graph.Graph;
import org.neuralredshift.api.graph.Tensor;

/** The tensors of a graph that are computed from its inputs and have the shape [points, features]: they become tiles. */
final class PointTensors {
    private final int points;
    private final Set<Tensor> members = Collections.newSetFromMap(new IdentityHashMap<>());

    private PointTensors(int points) {
        this.points = points;
    }

    static PointTensors of(Graph graph) {
        PointTensors tensors = new PointTensors(
                graph.inputs().isEmpty() ? 0 : pointsOf(graph.inputs().getFirst()));
        graph.tensors().forEach(tensors::add);
        return tensors;
    }

    private static int pointsOf(Tensor.Input input) {
        return input.shape().rank() == 0 ? 0 : input.shape().extent(0);
    }

    /** The number of sample points. */
    int points() {
        return points;
    }

    /** Takes a tensor in if it is one of them; its operands were offered before. */
    void add(Tensor tensor) {
        if (tensor.shape().rank() == 2
                && tensor.shape().extent(0) == points
                && (tensor instanceof Tensor.Input || tensor.operands().stream().anyMatch(members::contains))) {
            members.add(tensor);
        }
    }

    boolean contains(Tensor tensor) {
        return members.contains(tensor);
    }

    /** Whether it is one of them with a single feature. */
    boolean isOneRow(Tensor tensor) {
        return contains(tensor) && tensor.shape().extent(1) == 1;
    }
}
