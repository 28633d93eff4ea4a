package org.neuralredshift.api.compute;

import static org.neuralredshift.api.annotation.Api.Stability.INCUBATING;

import java.lang.foreign.MemorySegment;
import java.util.Set;
import org.neuralredshift.api.annotation.Api;
import org.neuralredshift.api.graph.Graph;
import org.neuralredshift.api.graph.Shape;
import org.neuralredshift.api.graph.Tensor;

/**
 * Checks, before anything is computed, that everything a program reads or writes is bound and of the right size: what {@link
 * Session#run} promises, written once for all backends. Immutable; a check allocates nothing.
 */
@Api(INCUBATING)
public final class BindingCheck {
    private record Output(String name, Shape shape, boolean perNetwork) {}

    private final Tensor.Input[] inputs;
    private final Tensor.NetworkScalar[] scalars;
    private final Tensor.Weight[] weights;
    private final Tensor.State[] states;
    private final Output[] outputs;

    /** The check of a program. */
    public BindingCheck(Graph graph) {
        Set<Tensor> perNetwork = graph.perNetwork();
        this.inputs = graph.inputs().toArray(Tensor.Input[]::new);
        this.scalars = graph.networkScalars().toArray(Tensor.NetworkScalar[]::new);
        this.weights = graph.weights().toArray(Tensor.Weight[]::new);
        this.states = graph.states().toArray(Tensor.State[]::new);
        this.outputs = graph.outputs().entrySet().stream()
                .map(output ->
                        new Output(output.getKey(), output.getValue().shape(), perNetwork.contains(output.getValue())))
                .toArray(Output[]::new);
    }

    /**
     * Checks a run.
     *
     * @param opened the number of networks that the session was opened for
     * @throws IllegalArgumentException naming what is missing or of the wrong size, and the size that it needs
     */
    public void check(Bindings bindings, int opened) {
        int networks = bindings.networks();
        if (networks < 1 || networks > opened) {
            throw new IllegalArgumentException(
                    "a run of " + networks + " networks: the session was opened for 1 to " + opened);
        }
        if (bindings.steps() < 1) {
            throw new IllegalArgumentException("a run of " + bindings.steps() + " steps: it takes at least 1");
        }
        for (Tensor.Input input : inputs) {
            long bound = bindings.input(input.name()).byteSize();
            if (bound != bytes(input.shape(), 1)) {
                throw new IllegalArgumentException("input " + input.name() + " has " + bound + " bytes, but float32 "
                        + input.shape() + " takes " + bytes(input.shape(), 1));
            }
        }
        for (Tensor.NetworkScalar scalar : scalars) {
            checkCount("scalar ", scalar.name(), bindings.scalar(scalar.name()).length, networks);
        }
        if (weights.length > 0) {
            checkWeights(bindings.weights(), networks);
        }
        for (Output output : outputs) {
            MemorySegment target = bindings.output(output.name());
            checkBytes("output ", output.name(), target, output.shape(), output.perNetwork() ? networks : 1);
            if (target.isReadOnly()) {
                throw new IllegalArgumentException("output " + output.name() + " is bound to read-only memory");
            }
        }
    }

    /**
     * Checks what {@link Session#write} or {@link Session#read} is called with.
     *
     * @param opened the number of networks that the session was opened for
     * @return the number of networks whose numbers the memory holds
     * @throws IllegalArgumentException if the program has no such state, or the memory is not that of 1 to {@code opened}
     *     networks
     */
    public int networks(String state, MemorySegment memory, int opened) {
        for (Tensor.State known : states) {
            if (known.name().equals(state)) {
                long bytes = bytes(known.shape(), 1);
                long networks = bytes == 0 ? 1 : memory.byteSize() / bytes;
                if (networks < 1 || networks > opened || networks * bytes != memory.byteSize()) {
                    throw new IllegalArgumentException("state " + state + ": " + memory.byteSize()
                            + " bytes, but float32 " + known.shape() + " takes " + bytes
                            + " for each of 1 to " + opened + " networks");
                }
                return (int) networks;
            }
        }
        throw noState(state);
    }

    static IllegalArgumentException noState(String state) {
        return new IllegalArgumentException("the program has no state " + state);
    }

    private void checkWeights(Weights source, int networks) {
        switch (source) {
            case Weights.Drawn drawn -> {
                checkCount("the seeds of the weights", "", drawn.seeds().length, networks);
                checkCount("the magnitudes of the weights", "", drawn.magnitudes().length, networks);
            }
            case Weights.Given given -> {
                for (Tensor.Weight weight : weights) {
                    checkBytes("weight ", weight.name(), given.of(weight), weight.shape(), networks);
                }
            }
        }
    }

    private static void checkCount(String kind, String name, int count, int networks) {
        if (count < networks) {
            throw new IllegalArgumentException(kind + name + ": " + count + " numbers for " + networks + " networks");
        }
    }

    private static void checkBytes(String kind, String name, MemorySegment memory, Shape shape, int networks) {
        long bytes = bytes(shape, networks);
        if (memory.byteSize() < bytes) {
            throw new IllegalArgumentException(kind + name + " has " + memory.byteSize() + " bytes, but float32 "
                    + shape + " for " + networks + (networks == 1 ? " network" : " networks") + " takes " + bytes);
        }
    }

    private static long bytes(Shape shape, int networks) {
        return Math.multiplyExact(Math.multiplyExact(shape.size(), networks), (long) Float.BYTES);
    }
}
