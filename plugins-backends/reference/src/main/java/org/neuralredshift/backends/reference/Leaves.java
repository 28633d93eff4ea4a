package org.neuralredshift.backends.reference;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.neuralredshift.api.compute.Bindings;
import org.neuralredshift.api.compute.Weights;
import org.neuralredshift.api.graph.Graph;
import org.neuralredshift.api.graph.Tensor;
import org.neuralredshift.api.random.RandomStream;

/** Brings what a run binds, and random weights, into the memory of an interpreter. */
final class Leaves {
    private final RandomStream stream = new RandomStream();
    private final float[] drawn;

    private final States states;

    Leaves(Graph graph, States states) {
        this.states = states;
        this.drawn = new float
                [graph.weights().stream()
                        .mapToInt(weight -> (int) weight.shape().size())
                        .max()
                        .orElse(0)];
    }

    /** Data that all networks share. */
    static void input(Tensor.Input input, Bindings bindings, double[] out) {
        read(bindings.input(input.name()), 0, out);
    }

    /** The number of one network. */
    static void scalar(Tensor.NetworkScalar scalar, Bindings bindings, int network, double[] out) {
        out[0] = bindings.scalar(scalar.name())[network];
    }

    /** The state of one network, as the step before left it. */
    void state(Tensor.State state, int network, double[] out) {
        System.arraycopy(states.of(state, network), 0, out, 0, out.length);
    }

    /** The weight of one network: float32 values, drawn or given. */
    void weight(Tensor.Weight weight, Bindings bindings, int network, double[] out) {
        switch (bindings.weights()) {
            case Weights.Drawn d -> {
                d.initialisation()
                        .draw(weight, d.studySeed(), d.seeds()[network], d.magnitudes()[network], stream, drawn);
                for (int i = 0; i < out.length; i++) {
                    out[i] = drawn[i];
                }
            }
            case Weights.Given g -> read(g.of(weight), (long) network * out.length, out);
        }
    }

    private static void read(MemorySegment source, long first, double[] out) {
        for (int i = 0; i < out.length; i++) {
            out[i] = source.get(ValueLayout.JAVA_FLOAT_UNALIGNED, (first + i) * Float.BYTES);
        }
    }
}
