package ${package};

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.neuralredshift.api.compute.Bindings;
import org.neuralredshift.api.compute.Session;
import org.neuralredshift.api.compute.Weights;
import org.neuralredshift.api.graph.Graph;
import org.neuralredshift.api.graph.Tensor;
import org.neuralredshift.api.random.RandomStream;

/** Runs a graph for one network after another. All memory is made here, once: a run allocates nothing. */
final class Interpreter implements Session {
    private final Graph graph;
    private final int networks;
    private final Map<Tensor, float[]> values = new IdentityHashMap<>();
    private final List<Runnable> steps = new ArrayList<>();
    private final RandomStream stream = new RandomStream();
    private boolean closed;

    Interpreter(Graph graph, int networks) {
        this.graph = graph;
        this.networks = networks;
        for (Tensor tensor : graph.tensors()) {
            float[] result = new float[Math.toIntExact(tensor.shape().size())];
            values.put(tensor, result);
            if (!isLeaf(tensor)) {
                steps.add(Operations.step(tensor, result, values::get));
            }
        }
    }

    private static boolean isLeaf(Tensor tensor) {
        return tensor.operands().isEmpty();
    }

    @Override
    public void run(Bindings bindings) {
        if (closed) {
            throw new IllegalStateException("this session is closed: open another one");
        }
        Sizes.check(graph, bindings, networks);
        for (int network = 0; network < bindings.networks(); network++) {
            for (Tensor tensor : graph.tensors()) {
                if (isLeaf(tensor)) {
                    read(tensor, bindings, network);
                }
            }
            steps.forEach(Runnable::run);
            write(bindings, network);
        }
    }

    private void read(Tensor leaf, Bindings bindings, int network) {
        float[] target = values.get(leaf);
        switch (leaf) {
            case Tensor.Input input -> copy(bindings.input(input.name()), 0, target);
            case Tensor.NetworkScalar scalar -> target[0] = bindings.scalar(scalar.name())[network];
            case Tensor.Weight weight -> draw(weight, bindings.weights(), network, target);
            case Tensor.Constant constant -> {
                double[] numbers = constant.values();
                for (int i = 0; i < target.length; i++) {
                    target[i] = (float) numbers[i];
                }
            }
            default -> throw new IllegalStateException(leaf + " has no operands, and is none of those that need none");
        }
    }

    private void draw(Tensor.Weight weight, Weights source, int network, float[] target) {
        switch (source) {
            case Weights.Given given -> copy(given.values().get(weight.name()), network, target);
            case Weights.Drawn drawn -> {
                long seed = drawn.seeds()[network];
                double magnitude = drawn.magnitudes()[network];
                drawn.initialisation().draw(weight, drawn.studySeed(), seed, magnitude, stream, target);
            }
        }
    }

    private static void copy(MemorySegment source, int network, float[] target) {
        long offset = (long) network * target.length * Float.BYTES;
        MemorySegment.copy(source, ValueLayout.JAVA_FLOAT_UNALIGNED, offset, target, 0, target.length);
    }

    private void write(Bindings bindings, int network) {
        graph.outputs().forEach((name, tensor) -> {
            float[] source = values.get(tensor);
            long offset = tensor.perNetwork() ? (long) network * source.length * Float.BYTES : 0;
            MemorySegment.copy(
                    source, 0, bindings.output(name), ValueLayout.JAVA_FLOAT_UNALIGNED, offset, source.length);
        });
    }

    @Override
    public void close() {
        closed = true;
    }
}
