package org.neuralredshift.backends.cpu;

import java.util.IdentityHashMap;
import java.util.Map;
import org.neuralredshift.api.graph.Graph;
import org.neuralredshift.api.graph.Tensor;

/** How often each tensor of a graph is computed. */
final class Rates {
    private final Map<Tensor, Rate> known = new IdentityHashMap<>();
    private final Graph graph;

    Rates(Graph graph) {
        this.graph = graph;
        graph.tensors().forEach(this::of);
    }

    /** The rate of a tensor, of the graph or computed from some of it. */
    Rate of(Tensor tensor) {
        Rate rate = known.get(tensor);
        if (rate == null) {
            rate = switch (tensor) {
                case Tensor.Weight weight -> Rate.NETWORK;
                case Tensor.NetworkScalar scalar -> Rate.NETWORK;
                case Tensor.State state -> graph.updates().containsKey(state) ? Rate.STEP : Rate.NETWORK;
                default -> tensor.operands().stream().map(this::of).reduce(Rate.RUN, Rate::and);
            };
            known.put(tensor, rate);
        }
        return rate;
    }
}
