package org.neuralredshift.api.training;

import java.lang.foreign.MemorySegment;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.neuralredshift.api.compute.Session;
import org.neuralredshift.api.graph.Tensor;

/** Arrays through which the host reads and writes the states of a session, made once for a number of networks. */
final class StateMemory {
    private final Session session;
    private final List<Tensor.State> states;
    private final Map<String, float[]> arrays = new HashMap<>();

    StateMemory(Session session, List<Tensor.State> states) {
        this.session = session;
        this.states = states;
    }

    /** Makes all states of so many networks 0. */
    void clear(int networks) {
        arrays.clear();
        for (Tensor.State state : states) {
            float[] zeros = new float[Math.toIntExact(state.shape().size() * networks)];
            arrays.put(state.name(), zeros);
            session.write(state.name(), MemorySegment.ofArray(zeros));
        }
    }

    List<Tensor.State> states() {
        return states;
    }

    /** The array of a state, {@code [networks, shape]}, with what was last read or put there. */
    float[] array(String state) {
        return Objects.requireNonNull(arrays.get(state), state);
    }

    /** What a state is now, in its array. */
    float[] read(String state) {
        float[] values = array(state);
        session.read(state, MemorySegment.ofArray(values));
        return values;
    }

    /** Gives a state the numbers of its array. */
    void write(String state) {
        session.write(state, MemorySegment.ofArray(array(state)));
    }
}
