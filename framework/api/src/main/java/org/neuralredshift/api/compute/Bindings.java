package org.neuralredshift.api.compute;

import static org.neuralredshift.api.annotation.Api.Stability.INCUBATING;

import java.lang.foreign.MemorySegment;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neuralredshift.api.annotation.Api;

/**
 * What a run reads and writes. Mutable, so that a loop over batches allocates nothing; not thread-safe, and not copied by
 * {@link Session#run}.
 *
 * <p>All data are float32 in native byte order, row-major. Sizes are checked when the session runs, not here. Reading
 * something that is not bound throws an {@link IllegalArgumentException} that names it.
 */
@Api(INCUBATING)
public final class Bindings {
    private final Map<String, MemorySegment> inputs = new HashMap<>();
    private final Map<String, float[]> scalars = new HashMap<>();
    private final Map<String, MemorySegment> outputs = new HashMap<>();
    private @Nullable Weights weights;
    private int networks = 1;
    private int steps = 1;

    /** Nothing bound, one network, one step. */
    public Bindings() {}

    /** How many networks this run has; at most what the session was opened for. */
    public Bindings networks(int count) {
        this.networks = count;
        return this;
    }

    /** How many steps this run has: after each, states take the values of their updates. Outputs are those of the last. */
    public Bindings steps(int count) {
        this.steps = count;
        return this;
    }

    /** Data of an input, the same for all networks: exactly as many numbers as its shape has elements. */
    public Bindings input(String name, MemorySegment data) {
        inputs.put(name, data);
        return this;
    }

    /** One number per network, or more; kept by reference, so that the caller may change them between runs. */
    public Bindings scalar(String name, float[] values) {
        scalars.put(name, values);
        return this;
    }

    /** Where the weights come from. */
    public Bindings weights(Weights source) {
        this.weights = source;
        return this;
    }

    /**
     * Where an output goes: {@code [networks, shape]} if it is per network, else {@code [shape]}. The memory may be
     * larger, for a batch that is not full; what lies beyond is left alone.
     */
    public Bindings output(String name, MemorySegment data) {
        outputs.put(name, data);
        return this;
    }

    /** How many networks this run has. */
    public int networks() {
        return networks;
    }

    /** How many steps this run has. */
    public int steps() {
        return steps;
    }

    /** The data of an input. */
    public MemorySegment input(String name) {
        return require(inputs.get(name), "input", name);
    }

    /** The numbers of a per-network scalar. */
    public float[] scalar(String name) {
        return require(scalars.get(name), "scalar", name);
    }

    /** The memory of an output. */
    public MemorySegment output(String name) {
        return require(outputs.get(name), "output", name);
    }

    /** Where the weights come from. */
    public Weights weights() {
        return require(weights, "weights", "");
    }

    private static <T> T require(@Nullable T value, String kind, String name) {
        if (value == null) {
            throw new IllegalArgumentException("nothing is bound to " + kind + " " + name);
        }
        return value;
    }
}
