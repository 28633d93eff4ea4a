package ${package};

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.neuralredshift.api.compute.BindingCheck;
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
    /** Of each state the numbers of each network, as the last step left them. */
    private final Map<Tensor.State, float[][]> states = new HashMap<>();

    private final BindingCheck bindingCheck;
    private final RandomStream stream = new RandomStream();
    private boolean closed;

    Interpreter(Graph graph, int networks) {
        this.graph = graph;
        this.networks = networks;
        this.bindingCheck = new BindingCheck(graph);
        for (Tensor.State state : graph.states()) {
            states.put(state, new float[networks][Math.toIntExact(state.shape().size())]);
        }
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
        requireOpen();
        bindingCheck.check(bindings, networks);
        for (int network = 0; network < bindings.networks(); network++) {
            for (int step = 0; step < bindings.steps(); step++) {
                for (Tensor tensor : graph.tensors()) {
                    if (isLeaf(tensor)) {
                        read(tensor, bindings, network);
                    }
                }
                steps.forEach(Runnable::run);
                update(network);
            }
            write(bindings, network);
        }
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("this session is closed: open another one");
        }
    }

    /** All results of the step are computed, and stay until the next: states may change one after another. */
    private void update(int network) {
        graph.updates().forEach((state, tensor) -> {
            float[] next = values.get(tensor);
            System.arraycopy(next, 0, states.get(state)[network], 0, next.length);
        });
    }

    @Override
    public void write(String state, MemorySegment source) {
        requireOpen();
        int count = bindingCheck.networks(state, source, networks);
        float[][] numbers = numbers(state);
        for (int network = 0; network < count; network++) {
            copy(source, network, numbers[network]);
        }
    }

    @Override
    public void read(String state, MemorySegment target) {
        requireOpen();
        int count = bindingCheck.networks(state, target, networks);
        float[][] numbers = numbers(state);
        for (int network = 0; network < count; network++) {
            float[] source = numbers[network];
            long offset = (long) network * source.length * Float.BYTES;
            MemorySegment.copy(source, 0, target, ValueLayout.JAVA_FLOAT_UNALIGNED, offset, source.length);
        }
    }

    private float[][] numbers(String name) {
        return graph.states().stream()
                .filter(state -> state.name().equals(name))
                .map(states::get)
                .findFirst()
                .orElseThrow();
    }

    private void read(Tensor leaf, Bindings bindings, int network) {
        float[] target = values.get(leaf);
        switch (leaf) {
            case Tensor.Input input -> copy(bindings.input(input.name()), 0, target);
            case Tensor.NetworkScalar scalar -> target[0] = bindings.scalar(scalar.name())[network];
            case Tensor.State state -> System.arraycopy(states.get(state)[network], 0, target, 0, target.length);
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
            case Weights.Given given -> copy(given.of(weight), network, target);
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
