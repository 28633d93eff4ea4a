package org.neuralredshift.testkit.plain;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.neuralredshift.api.compute.Bindings;
import org.neuralredshift.api.compute.Session;
import org.neuralredshift.api.compute.Weights;
import org.neuralredshift.api.graph.Graph;
import org.neuralredshift.api.graph.Shape;
import org.neuralredshift.api.graph.Tensor;

/** Interprets a graph, network after network. */
final class PlainSession implements Session {
    private final Graph graph;
    private final int networks;
    private boolean closed;

    PlainSession(Graph graph, int networks) {
        if (networks < 1) {
            throw new IllegalArgumentException("a session for " + networks + " networks: it takes at least 1");
        }
        this.graph = graph;
        this.networks = networks;
    }

    @Override
    public void run(Bindings bindings) {
        if (closed) {
            throw new IllegalStateException("this session is closed: open another one");
        }
        check(bindings);
        for (int network = 0; network < bindings.networks(); network++) {
            Interpretation meaning = new Interpretation(graph, bindings, network);
            int number = network;
            graph.outputs()
                    .forEach((name, tensor) ->
                            write(meaning.elements(tensor), bindings.output(name), tensor.perNetwork() ? number : 0));
        }
    }

    private static void write(double[] elements, MemorySegment target, int network) {
        for (int i = 0; i < elements.length; i++) {
            long element = (long) network * elements.length + i;
            target.set(ValueLayout.JAVA_FLOAT_UNALIGNED, element * Float.BYTES, (float) elements[i]);
        }
    }

    private void check(Bindings bindings) {
        int count = bindings.networks();
        require(count >= 1 && count <= networks, "a run of " + count + " networks in a session for " + networks);
        for (Tensor.Input input : graph.inputs()) {
            long bytes = bindings.input(input.name()).byteSize();
            require(bytes == bytes(input.shape(), 1), "input " + input.name() + " has " + bytes + " bytes");
        }
        for (Tensor.NetworkScalar scalar : graph.networkScalars()) {
            require(bindings.scalar(scalar.name()).length >= count, "too few numbers for scalar " + scalar.name());
        }
        graph.outputs().forEach((name, tensor) -> {
            long bytes = bindings.output(name).byteSize();
            long needed = bytes(tensor.shape(), tensor.perNetwork() ? count : 1);
            require(bytes >= needed, "output " + name + " has " + bytes + " bytes and needs " + needed);
        });
        if (graph.weights().isEmpty()) {
            return;
        }
        switch (bindings.weights()) {
            case Weights.Drawn drawn ->
                require(
                        Math.min(drawn.seeds().length, drawn.magnitudes().length) >= count,
                        "too few seeds or magnitudes of the weights");
            case Weights.Given given -> {
                for (Tensor.Weight weight : graph.weights()) {
                    MemorySegment values = given.values().get(weight.name());
                    require(
                            values != null && values.byteSize() >= bytes(weight.shape(), count),
                            "too few numbers for weight " + weight.name());
                }
            }
        }
    }

    private static long bytes(Shape shape, int networks) {
        return shape.size() * networks * Float.BYTES;
    }

    private static void require(boolean lawful, String otherwise) {
        if (!lawful) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    @Override
    public void close() {
        closed = true;
    }
}
