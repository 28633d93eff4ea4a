package org.neuralredshift.backends.cuda.program;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.neuralredshift.api.graph.Graph;
import org.neuralredshift.api.graph.Tensor;

/** Writes a kernel for everything that lies in memory, operands before their uses. */
final class Lowering {
    /** States that one kernel changes. */
    private static final int STATES = 24;

    private record Output(Tensor tensor, Buffer buffer) {}

    private final Graph graph;
    private final Limits limits;
    private final Plan plan;
    private final Memory memory;
    private final Fusion fusion;
    private final Chains chains;
    private final ElementKernels elements;
    private final List<Step> steps = new ArrayList<>();
    private final List<Step> updates = new ArrayList<>();
    private final List<String> indexed = new ArrayList<>();

    Lowering(Graph graph, Limits limits) {
        this.graph = graph;
        this.limits = limits;
        this.plan = new Plan(graph);
        this.memory = new Memory(plan);
        this.fusion = new Fusion(plan);
        this.chains = new Chains(plan, fusion, limits);
        this.elements = new ElementKernels(plan, memory);
    }

    Program program() {
        List<Output> outputs = graph.outputs().entrySet().stream()
                .map(output -> new Output(output.getValue(), memory.output(output.getKey(), output.getValue())))
                .toList();
        for (Tensor tensor : plan.stored()) {
            steps.addAll(kernels(tensor));
        }
        for (Output output : outputs) {
            if (!plan.isStored(output.tensor()) || memory.of(output.tensor()) != output.buffer()) {
                String name = kernelName("copy", output.tensor());
                elements.elements(name, output.tensor(), output.buffer(), "output")
                        .ifPresent(steps::add);
            }
        }
        update();
        return new Assembly(graph, memory, steps, updates, indexed, chains.notes(), limits.products()).program();
    }

    private String kernelName(String kind, Tensor tensor) {
        return kind + "_" + (kind.equals("copy") ? steps.size() + "_" : "") + plan.position(tensor);
    }

    private List<Step> kernels(Tensor tensor) {
        return switch (tensor) {
            case Tensor.Input t -> List.of();
            case Tensor.Constant t -> List.of();
            case Tensor.NetworkScalar t -> List.of();
            case Tensor.State t -> List.of();
            case Tensor.Weight t -> new DrawKernels(memory).of(kernelName("draw", t), t);
            case Tensor.MatrixProduct t -> fusion.isFused(t) ? List.of() : layer(fusion.layer(t));
            case Tensor.Map t -> map(t);
            case Tensor.Reduce t -> list(new ReduceKernel(plan, memory, kernelName("reduce", t), t).step());
            case Tensor.Gather t -> list(elements.gather(kernelName("gather", t), t, operation("gather", t.table())));
            case Tensor.ScatterAdd t -> list(elements.scatterAdd(kernelName("scatter", t), t, operation("scatter", t)));
            case Tensor.Kernel t -> List.of(new PhraseKernel(plan, memory, limits, kernelName("phrases", t), t).step());
            case Tensor.Expand t -> throw view(t);
            case Tensor.Reshape t -> throw view(t);
            case Tensor.Transpose t -> throw view(t);
            case Tensor.Slice t -> throw view(t);
            case Tensor.Pad t -> throw view(t);
        };
    }

    private static IllegalStateException view(Tensor tensor) {
        return new IllegalStateException(
                "a view never lies in memory: " + tensor.getClass().getSimpleName());
    }

    private static List<Step> list(Optional<Step> step) {
        return step.map(List::of).orElse(List.of());
    }

    private List<Step> map(Tensor.Map map) {
        Tensor.MatrixProduct product = fusion.productOf(map);
        return product == null
                ? list(elements.elements(kernelName("map", map), map, memory.of(map), "map"))
                : layer(fusion.layer(product));
    }

    private List<Step> layer(Layer layer) {
        Tensor result = layer.result();
        if (chains.isInside(result)) {
            return List.of();
        }
        ChainTile tile = chains.tile(result);
        if (tile != null) {
            return List.of(
                    new ChainKernel(plan, memory, kernelName("chain", result), chains.endingWith(result), tile).step());
        }
        String name = kernelName("product", layer.product());
        return limits.products().split(layer)
                ? List.of(new SplitProductKernel(plan, memory, name, layer).step())
                : list(new ProductKernel(plan, memory, name, layer).step());
    }

    /** The number by which the flag tells an operation whose index is no row. */
    private int operation(String what, Tensor table) {
        int rows = table.shape().extent(0);
        indexed.add(what + ": index %s at position %d is no row of the table " + table.shape()
                + ", it must be a whole number below " + rows + ", not negative");
        return indexed.size() - 1;
    }

    /** New values that are other states, or seen of them, are copied first: all states change at once. */
    private void update() {
        Map<Tensor.State, Buffer> values = new LinkedHashMap<>();
        graph.updates().forEach((state, value) -> {
            if (plan.isStored(value) && !(value instanceof Tensor.State)) {
                values.put(state, memory.of(value));
                return;
            }
            Buffer copy = memory.add(new Buffer(
                    "new " + state.name(), Buffer.Kind.SCRATCH, value.shape().size(), plan.perNetwork(value), null));
            elements.elements(kernelName("copy", value), value, copy, "new value")
                    .ifPresent(steps::add);
            values.put(state, copy);
        });
        List<Map.Entry<Tensor.State, Buffer>> all = List.copyOf(values.entrySet());
        for (int first = 0; first < all.size(); first += STATES) {
            elements.update("update_" + first, all.subList(first, Math.min(all.size(), first + STATES)))
                    .ifPresent(updates::add);
        }
    }
}
