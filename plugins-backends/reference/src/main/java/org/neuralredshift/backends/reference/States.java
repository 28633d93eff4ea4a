package org.neuralredshift.backends.reference;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.IdentityHashMap;
import java.util.Map;
import org.neuralredshift.api.graph.Graph;
import org.neuralredshift.api.graph.Tensor;

/** What a session keeps from one step to the next, in float64: for each state and network its elements. */
final class States {
    private final Graph graph;
    private final Map<Tensor.State, double[][]> values = new IdentityHashMap<>();

    /** All zero. */
    States(Graph graph, int networks) {
        this.graph = graph;
        for (Tensor.State state : graph.states()) {
            values.put(state, new double[networks][(int) state.shape().size()]);
        }
    }

    /** The elements of a state of one network. */
    double[] of(Tensor.State state, int network) {
        double[][] known = values.get(state);
        if (known == null) {
            throw new IllegalArgumentException("the state " + state.name() + " is not in the graph");
        }
        return known[network];
    }

    /** Changes the first networks. */
    void write(String name, MemorySegment source, int networks) {
        int size = (int) state(name).shape().size();
        for (int network = 0; network < networks; network++) {
            double[] elements = of(state(name), network);
            for (int i = 0; i < size; i++) {
                elements[i] = source.get(ValueLayout.JAVA_FLOAT_UNALIGNED, ((long) network * size + i) * Float.BYTES);
            }
        }
    }

    /** Copies the first networks, rounded to float32. */
    void read(String name, MemorySegment target, int networks) {
        int size = (int) state(name).shape().size();
        for (int network = 0; network < networks; network++) {
            double[] elements = of(state(name), network);
            for (int i = 0; i < size; i++) {
                target.set(ValueLayout.JAVA_FLOAT_UNALIGNED, ((long) network * size + i) * Float.BYTES, (float)
                        elements[i]);
            }
        }
    }

    private Tensor.State state(String name) {
        return graph.states().stream()
                .filter(state -> state.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
