package org.neuralredshift.backends.cuda.program;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.neuralredshift.api.graph.Graph;
import org.neuralredshift.api.graph.Tensor;

/** The buffers of a program, one for each tensor that lies in memory. */
final class Memory {
    private final Plan plan;
    private final Map<Tensor, Buffer> buffers = new IdentityHashMap<>();
    private final Map<Tensor.Weight, Buffer> widths = new IdentityHashMap<>();
    private final List<Buffer> all = new ArrayList<>();

    /** What is the same for every program. */
    private final Buffer flag = new Buffer("", Buffer.Kind.FLAG, Program.FLAG_WORDS, false, null);

    private final Buffer seeds = new Buffer("", Buffer.Kind.SEEDS, 1, true, null);

    Memory(Plan plan) {
        this.plan = plan;
        Graph graph = plan.graph();
        graph.states().forEach(this::of);
    }

    Buffer flag() {
        return flag;
    }

    Buffer seeds() {
        return seeds;
    }

    /** Buffers that a session needs whether or not a kernel has them as argument: states and outputs. */
    List<Buffer> kept() {
        return all.stream()
                .filter(buffer -> buffer.kind() == Buffer.Kind.STATE || buffer.kind() == Buffer.Kind.OUTPUT)
                .toList();
    }

    /** Half-widths of a weight of each network. */
    Buffer halfWidths(Tensor.Weight weight) {
        return widths.computeIfAbsent(weight, any -> new Buffer(weight.name(), Buffer.Kind.HALF_WIDTHS, 1, true, null));
    }

    /** The buffer of a tensor that lies in memory. */
    Buffer of(Tensor tensor) {
        return buffers.computeIfAbsent(tensor, this::make);
    }

    /** The output of that name; the tensor's own memory if it has none yet. */
    Buffer output(String name, Tensor tensor) {
        Buffer buffer = add(new Buffer(name, Buffer.Kind.OUTPUT, tensor.shape().size(), plan.perNetwork(tensor), null));
        if (plan.isStored(tensor) && !tensor.operands().isEmpty()) {
            buffers.putIfAbsent(tensor, buffer);
        }
        return buffer;
    }

    private Buffer make(Tensor tensor) {
        long elements = tensor.shape().size();
        return add(
                switch (tensor) {
                    case Tensor.Input t -> new Buffer(t.name(), Buffer.Kind.INPUT, elements, false, null);
                    case Tensor.Constant t -> new Buffer("", Buffer.Kind.CONSTANT, elements, false, floats(t.values()));
                    case Tensor.Weight t -> new Buffer(t.name(), Buffer.Kind.WEIGHT, elements, true, null);
                    case Tensor.NetworkScalar t -> new Buffer(t.name(), Buffer.Kind.SCALAR, 1, true, null);
                    case Tensor.State t -> new Buffer(t.name(), Buffer.Kind.STATE, elements, true, null);
                    default ->
                        new Buffer(
                                Integer.toString(plan.position(tensor)),
                                Buffer.Kind.SCRATCH,
                                elements,
                                plan.perNetwork(tensor),
                                null);
                });
    }

    /** Adds a buffer that no tensor has. */
    Buffer add(Buffer buffer) {
        all.add(buffer);
        return buffer;
    }

    private static float[] floats(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }
}
