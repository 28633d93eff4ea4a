package ${package};

import java.lang.foreign.MemorySegment;
import org.neuralredshift.api.compute.Bindings;
import org.neuralredshift.api.compute.Weights;
import org.neuralredshift.api.graph.Graph;
import org.neuralredshift.api.graph.Shape;
import org.neuralredshift.api.graph.Tensor;

/** Refuses bindings that do not fit, before anything is read or written. */
final class Sizes {
    private Sizes() {}

    /** @throws IllegalArgumentException naming what does not fit */
    static void check(Graph graph, Bindings bindings, int networks) {
        int count = bindings.networks();
        require(count >= 1 && count <= networks, "a run of " + count + " networks in a session for " + networks);
        for (Tensor.Input input : graph.inputs()) {
            long bytes = bindings.input(input.name()).byteSize();
            require(bytes == bytes(input.shape(), 1), "input " + input.name() + " has " + bytes + " bytes");
        }
        for (Tensor.NetworkScalar scalar : graph.networkScalars()) {
            require(bindings.scalar(scalar.name()).length >= count, "too few numbers for scalar " + scalar.name());
        }
        for (Tensor.Weight weight : graph.weights()) {
            require(suffices(bindings.weights(), weight, count), "too few numbers for weight " + weight.name());
        }
        graph.outputs().forEach((name, tensor) -> {
            long bytes = bindings.output(name).byteSize();
            long needed = bytes(tensor.shape(), tensor.perNetwork() ? count : 1);
            require(bytes >= needed, "output " + name + " has " + bytes + " bytes and needs " + needed);
        });
    }

    private static boolean suffices(Weights source, Tensor.Weight weight, int networks) {
        return switch (source) {
            case Weights.Drawn drawn -> Math.min(drawn.seeds().length, drawn.magnitudes().length) >= networks;
            case Weights.Given given -> {
                MemorySegment values = given.values().get(weight.name());
                yield values != null && values.byteSize() >= bytes(weight.shape(), networks);
            }
        };
    }

    private static long bytes(Shape shape, int networks) {
        return shape.size() * networks * Float.BYTES;
    }

    private static void require(boolean lawful, String otherwise) {
        if (!lawful) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
