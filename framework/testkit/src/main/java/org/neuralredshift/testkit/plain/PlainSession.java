package org.neuralredshift.testkit.plain;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Objects;
import org.neuralredshift.api.compute.BindingCheck;
import org.neuralredshift.api.compute.Bindings;
import org.neuralredshift.api.compute.Session;
import org.neuralredshift.api.graph.Graph;
import org.neuralredshift.api.graph.Tensor;

/** Interprets a graph, network after network. */
final class PlainSession implements Session {
    private final Graph graph;
    private final int networks;
    private final BindingCheck bindingCheck;
    /** Of each state the elements of each network. */
    private final Map<Tensor.State, double[][]> states = new IdentityHashMap<>();

    private boolean closed;

    PlainSession(Graph graph, int networks) {
        if (networks < 1) {
            throw new IllegalArgumentException("a session for " + networks + " networks: it takes at least 1");
        }
        this.graph = graph;
        this.networks = networks;
        this.bindingCheck = new BindingCheck(graph);
        for (Tensor.State state : graph.states()) {
            states.put(state, new double[networks][(int) state.shape().size()]);
        }
    }

    @Override
    public void run(Bindings bindings) {
        requireOpen();
        bindingCheck.check(bindings, networks);
        for (int network = 0; network < bindings.networks(); network++) {
            for (int step = 1; step < bindings.steps(); step++) {
                update(step(bindings, network), network);
            }
            Interpretation last = step(bindings, network);
            int number = network;
            graph.outputs()
                    .forEach((name, tensor) ->
                            write(last.elements(tensor), bindings.output(name), tensor.perNetwork() ? number : 0));
            update(last, network);
        }
    }

    private Interpretation step(Bindings bindings, int network) {
        return new Interpretation(graph, bindings, network, state -> elements(state)[network]);
    }

    private void update(Interpretation step, int network) {
        graph.updates()
                .forEach((state, tensor) -> elements(state)[network] = Arrays.stream(step.elements(tensor))
                        .map(element -> (float) element)
                        .toArray());
    }

    private double[][] elements(Tensor.State state) {
        return Objects.requireNonNull(states.get(state), state.name());
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("this session is closed: open another one");
        }
    }

    @Override
    public void write(String state, MemorySegment values) {
        requireOpen();
        int count = bindingCheck.networks(state, values, networks);
        double[][] elements = named(state);
        long element = 0;
        for (int network = 0; network < count; network++) {
            for (int i = 0; i < elements[network].length; i++) {
                elements[network][i] = values.get(ValueLayout.JAVA_FLOAT_UNALIGNED, element++ * Float.BYTES);
            }
        }
    }

    @Override
    public void read(String state, MemorySegment values) {
        requireOpen();
        int count = bindingCheck.networks(state, values, networks);
        for (int network = 0; network < count; network++) {
            write(named(state)[network], values, network);
        }
    }

    private double[][] named(String state) {
        return states.entrySet().stream()
                .filter(entry -> entry.getKey().name().equals(state))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow();
    }

    private static void write(double[] elements, MemorySegment target, int network) {
        for (int i = 0; i < elements.length; i++) {
            long element = (long) network * elements.length + i;
            target.set(ValueLayout.JAVA_FLOAT_UNALIGNED, element * Float.BYTES, (float) elements[i]);
        }
    }

    @Override
    public void close() {
        closed = true;
    }
}
