package org.neuralredshift.backends.cpu;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.neuralredshift.api.graph.Graph;
import org.neuralredshift.api.graph.Tensor;

/**
 * Brings passes into an order in which states change in their own place: whatever reads the old value comes before the pass
 * that writes the new one. Where that is impossible, the new value is copied when all is done. Then passes over the same
 * elements become one.
 */
final class WorkOrder {
    /**
     * A pass in its place.
     *
     * @param work what is done
     * @param rate how often
     * @param last whether only the last step of a run needs it
     * @param inPlace states that its results replace
     */
    record Ordered(Work work, Rate rate, boolean last, Map<Tensor, Tensor.State> inPlace) {}

    private final Graph graph;
    private final Rates rates;
    private final Map<String, Tensor> outputs = new LinkedHashMap<>();
    private final List<PassNode> nodes = new ArrayList<>();
    private final Map<Tensor, PassNode> producers = new IdentityHashMap<>();

    private WorkOrder(Graph graph, Rates rates) {
        this.graph = graph;
        this.rates = rates;
    }

    /**
     * The passes in order.
     *
     * @param outputs what to deliver: computed from the states before the step, whatever has been written since
     */
    record Result(List<Ordered> passes, Map<String, Tensor> outputs) {}

    static Result order(Graph graph, Rates rates, List<Work> works) {
        return new WorkOrder(graph, rates).order(works);
    }

    private Result order(List<Work> works) {
        works.forEach(this::add);
        graph.outputs().forEach((name, tensor) -> outputs.put(name, kept(tensor)));
        Map<Tensor.State, Tensor> values = new LinkedHashMap<>();
        graph.updates().forEach((state, value) -> {
            if (value != state) {
                values.put(state, own(value, values));
            }
        });
        nodes.forEach(this::connect);
        values.forEach(this::update);
        markNeeded();
        PassMerging.merge(nodes, this::isNeededElsewhere);
        return new Result(sorted(), outputs);
    }

    private PassNode add(Work work) {
        PassNode node = new PassNode(nodes.size(), work, rateOf(work));
        nodes.add(node);
        work.results().forEach(result -> producers.put(result, node));
        return node;
    }

    private Rate rateOf(Work work) {
        return work.reads().stream().map(rates::of).reduce(Rate.RUN, Rate::and);
    }

    /** An output that is a view of a state that changes is copied before it does. */
    private Tensor kept(Tensor output) {
        return root(output) instanceof Tensor.State state && graph.updates().containsKey(state)
                ? copied(output)
                : output;
    }

    private Tensor copied(Tensor tensor) {
        Work.Mapping copy = Work.Mapping.copy(tensor);
        add(copy);
        return copy.results().getFirst();
    }

    /** A new value that a map of its own computes in each step, so that it may be written into the state's place. */
    private Tensor own(Tensor value, Map<Tensor.State, Tensor> taken) {
        PassNode producer = producers.get(value);
        boolean mapped = producer != null && producer.work() instanceof Work.Mapping && producer.rate() == Rate.STEP;
        Tensor own = mapped && taken.values().stream().noneMatch(other -> other == value) ? value : copied(value);
        producer(own).setRate(Rate.STEP);
        return own;
    }

    private PassNode producer(Tensor tensor) {
        PassNode producer = producers.get(tensor);
        if (producer == null) {
            throw new IllegalStateException(
                    "nothing computes a " + tensor.getClass().getSimpleName());
        }
        return producer;
    }

    /** What a view shows. */
    static Tensor root(Tensor tensor) {
        return switch (tensor) {
            case Tensor.Transpose view -> root(view.operand());
            case Tensor.Slice view -> root(view.operand());
            case Tensor.Reshape view -> root(view.operand());
            case Tensor.Expand view -> root(view.operand());
            default -> tensor;
        };
    }

    private void connect(PassNode node) {
        for (Tensor read : node.work().reads()) {
            PassNode producer = producers.get(root(read));
            if (producer != null && producer != node) {
                node.after(producer);
            }
        }
    }

    private void update(Tensor.State state, Tensor value) {
        List<PassNode> readers =
                nodes.stream().filter(node -> node.reads(state)).toList();
        if (mayReplace(producer(value), state, readers)) {
            replace(state, value, readers);
        } else {
            // The value waits in a place of its own until everything else is done.
            Tensor late = copied(value);
            producer(late).setRate(Rate.STEP);
            connect(producer(late));
            replace(state, late, readers);
        }
    }

    private static boolean mayReplace(PassNode writer, Tensor.State state, List<PassNode> readers) {
        return !writer.readsRearranged(state)
                && readers.stream().noneMatch(reader -> reader != writer && reader.comesAfter(writer));
    }

    private void replace(Tensor.State state, Tensor value, List<PassNode> readers) {
        PassNode writer = producer(value);
        for (PassNode reader : readers) {
            if (reader != writer) {
                writer.after(reader, reader.readsRearranged(state));
            }
        }
        writer.replaces(value, state);
    }

    private void markNeeded() {
        Set<PassNode> seen = new HashSet<>();
        nodes.stream().filter(PassNode::writesStates).forEach(node -> markNeeded(node, seen));
    }

    /** Only what it computes from is needed, not what must come before it. */
    private void markNeeded(PassNode node, Set<PassNode> seen) {
        if (seen.add(node)) {
            node.setNeededInEachStep();
            for (Tensor read : node.work().reads()) {
                PassNode producer = producers.get(root(read));
                if (producer != null) {
                    markNeeded(producer, seen);
                }
            }
        }
    }

    /** Whether a result of a pass is read by another one, or is an output. */
    private boolean isNeededElsewhere(Tensor result, PassNode pass) {
        return outputs.values().stream().anyMatch(output -> root(output) == result)
                || nodes.stream()
                        .filter(node -> node != pass)
                        .anyMatch(node -> node.work().reads().stream().anyMatch(read -> root(read) == result));
    }

    /** Each as early as its order allows. */
    private List<Ordered> sorted() {
        List<Ordered> order = new ArrayList<>();
        List<PassNode> open = new ArrayList<>(nodes);
        Set<PassNode> placed = Collections.newSetFromMap(new IdentityHashMap<>());
        while (!open.isEmpty()) {
            PassNode next = nextOf(open, placed);
            if (next == null) {
                throw new IllegalStateException("passes wait for each other");
            }
            open.remove(next);
            placed.add(next);
            order.add(next.ordered());
        }
        return order;
    }

    private static @Nullable PassNode nextOf(List<PassNode> open, Set<PassNode> placed) {
        for (PassNode node : open) {
            if (placed.containsAll(node.before())) {
                return node;
            }
        }
        return null;
    }
}
