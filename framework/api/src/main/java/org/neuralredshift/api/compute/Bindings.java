package org.neuralredshift.api.compute;

import java.lang.foreign.MemorySegment;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a run reads and writes. Mutable, so that a loop over batches allocates nothing. */
public final class Bindings {
    private final Map<String, MemorySegment> inputs = new HashMap<>();
    private final Map<String, float[]> scalars = new HashMap<>();
    private final Map<String, MemorySegment> outputs = new HashMap<>();
    private @Nullable Weights weights;
    private int networks = 1;

    /** Nothing bound, one network. */
    public Bindings() {}

    /** How many networks this run has; at most what the session was opened for. */
    public Bindings networks(int count) {
        this.networks = count;
        return this;
    }

    /** Shared data of an input, float32 row-major. */
    public Bindings input(String name, MemorySegment data) {
        inputs.put(name, data);
        return this;
    }

    /** One number per network; kept by reference, so that the caller may change it between runs. */
    public Bindings scalar(String name, float[] values) {
        scalars.put(name, values);
        return this;
    }

    /** Where the weights come from. */
    public Bindings weights(Weights source) {
        this.weights = source;
        return this;
    }

    /** Where an output goes, float32 row-major, {@code [networks, shape]} if it is per network. */
    public Bindings output(String name, MemorySegment data) {
        outputs.put(name, data);
        return this;
    }

    /** How many networks this run has. */
    public int networks() {
        return networks;
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
