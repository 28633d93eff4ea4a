package org.neuralredshift.tasks.learning;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.neuralredshift.api.compute.Backend;
import org.neuralredshift.api.compute.Bindings;
import org.neuralredshift.api.compute.Executable;
import org.neuralredshift.api.compute.Session;
import org.neuralredshift.api.graph.Graph;
import org.neuralredshift.api.network.Architecture;
import org.neuralredshift.api.task.Opened;

/**
 * Networks of one architecture as functions, at any number of points: one compiled program takes them some at a time, so that
 * memory is bounded. What it gives does not depend on how many networks are evaluated together.
 */
final class Evaluator implements AutoCloseable {
    private static final int MOST_POINTS = 4096;

    private final Opened opened = new Opened();

    private final Bindings bindings = new Bindings();
    private final int points;
    private final int features;
    private final int outputs;
    private final int capacity;
    private final Session session;
    private final MemorySegment input;
    private final MemorySegment output;

    /** @param points at which networks are evaluated as a rule; the program takes as many, or 4,096 of them at a time */
    Evaluator(Backend backend, Architecture architecture, int points) {
        this.points = Math.min(points, MOST_POINTS);
        this.features = architecture.inputs();
        this.outputs = architecture.outputs();
        Graph graph = architecture.graph(this.points);
        this.capacity = backend.preferredBatch(graph);
        try {
            Arena arena = Arena.ofConfined();
            opened.add(arena::close);
            this.input = arena.allocate(ValueLayout.JAVA_FLOAT, (long) this.points * features);
            this.output = arena.allocate(ValueLayout.JAVA_FLOAT, (long) capacity * this.points * outputs);
            Executable executable = backend.compile(graph);
            opened.add(executable::close);
            this.session = executable.open(capacity);
            opened.add(session::close);
            bindings.input(Architecture.INPUT, input).output(Architecture.OUTPUT, output);
        } catch (RuntimeException | Error e) {
            opened.closeAfter(e);
            throw e;
        }
    }

    /** How many networks are worth being evaluated together. */
    int capacity() {
        return capacity;
    }

    /**
     * Evaluates networks.
     *
     * @param inputs {@code [points, features]}
     * @param networks any number
     * @return {@code [networks, points, outputs]}
     */
    float[] evaluate(float[] inputs, Population networks) {
        float[] values =
                new float[Math.multiplyExact(Math.multiplyExact(networks.size(), inputs.length / features), outputs)];
        for (int from = 0; from < networks.size(); from += capacity) {
            Population some = networks.part(from, Math.min(capacity, networks.size() - from));
            evaluate(inputs, some, values, from);
        }
        return values;
    }

    private void evaluate(float[] inputs, Population networks, float[] values, int before) {
        int all = inputs.length / features;
        networks.bind(bindings);
        for (int first = 0; first < all; first += points) {
            int some = Math.min(points, all - first);
            input.fill((byte) 0);
            MemorySegment.copy(inputs, first * features, input, ValueLayout.JAVA_FLOAT, 0, some * features);
            session.run(bindings);
            for (int network = 0; network < networks.size(); network++) {
                MemorySegment.copy(
                        output,
                        ValueLayout.JAVA_FLOAT,
                        (long) network * points * outputs * Float.BYTES,
                        values,
                        ((before + network) * all + first) * outputs,
                        some * outputs);
            }
        }
    }

    @Override
    public void close() {
        opened.close();
    }
}
