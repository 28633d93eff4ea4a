package org.neuralredshift.backends.dl4j;

import java.lang.foreign.MemorySegment;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.neuralredshift.api.graph.Tensor;

/** The states of all networks of a session as the last step left them: {@code [networks, shape]} each. */
final class States {
    private static final int LARGEST_ARRAY = Integer.MAX_VALUE - 8;

    private final List<Tensor.State> declared;
    private final Map<Tensor.State, MemorySegment> kept = new IdentityHashMap<>();

    /**
     * All are 0.
     *
     * @throws IllegalArgumentException if a state is too large for so many networks
     */
    States(List<Tensor.State> states, int networks) {
        this.declared = states;
        for (Tensor.State state : states) {
            if (state.shape().size() > LARGEST_ARRAY / networks) {
                throw new IllegalArgumentException("the backend dl4j keeps a state in one array of at most "
                        + LARGEST_ARRAY + " numbers, and the state " + state.name() + " " + state.shape() + " of "
                        + networks + " networks has more: train fewer together");
            }
            kept.put(state, MemorySegment.ofArray(new float[(int) state.shape().size() * networks]));
        }
    }

    /** Copies the state of one network to where a step reads it. */
    void load(Tensor.State state, int network, MemorySegment target) {
        long bytes = target.byteSize();
        MemorySegment.copy(of(state), network * bytes, target, 0, bytes);
    }

    /** Takes the state of one network from where a step has computed it. */
    void store(Tensor.State state, int network, MemorySegment source) {
        long bytes = source.byteSize();
        MemorySegment.copy(source, 0, of(state), network * bytes, bytes);
    }

    /** Changes the first networks. */
    void write(String name, MemorySegment values) {
        MemorySegment.copy(values, 0, of(named(name)), 0, values.byteSize());
    }

    /** Copies the first networks. */
    void read(String name, MemorySegment values) {
        MemorySegment.copy(of(named(name)), 0, values, 0, values.byteSize());
    }

    private Tensor.State named(String name) {
        return declared.stream()
                .filter(state -> state.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the program has no state " + name));
    }

    private MemorySegment of(Tensor.State state) {
        return Objects.requireNonNull(kept.get(state), state.name());
    }
}
