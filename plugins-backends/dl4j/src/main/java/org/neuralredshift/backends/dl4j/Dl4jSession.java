package org.neuralredshift.backends.dl4j;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Map;
import org.neuralredshift.api.compute.BindingCheck;
import org.neuralredshift.api.compute.Bindings;
import org.neuralredshift.api.compute.Session;
import org.neuralredshift.api.graph.Tensor;

/**
 * Runs a program: what networks share once, then the rest for one network after another. So a network has the same bits in any
 * batch.
 */
final class Dl4jSession implements Session {
    private final Program program;
    private final int networks;
    private final BindingCheck bindingCheck;
    private final WeightSource weights;
    private final SessionMemory memory;
    private final States states;
    private final Steps steps;
    private final Runnable[] shared;
    private final Runnable[] perNetwork;
    private boolean closed;

    Dl4jSession(Program program, MemoryPlan plan, int networks) {
        this.program = program;
        this.networks = networks;
        this.bindingCheck = new BindingCheck(program.graph());
        this.weights = new WeightSource(program.weights().keySet());
        this.states = new States(program.graph().states(), networks);
        this.memory = new SessionMemory(plan);
        this.steps = new Steps(memory);
        try {
            program.constants()
                    .forEach((value, elements) -> MemorySegment.copy(
                            elements, 0, memory.segment(value), ValueLayout.JAVA_FLOAT, 0, elements.length));
            this.shared = steps.of(program.instructions(), false);
            this.perNetwork = steps.of(program.instructions(), true);
        } catch (RuntimeException | Error e) {
            close();
            throw e;
        }
    }

    @Override
    public void run(Bindings bindings) {
        requireOpen();
        bindingCheck.check(bindings, networks);
        for (Map.Entry<Tensor.Input, Value> input : program.inputs().entrySet()) {
            memory.segment(input.getValue())
                    .copyFrom(bindings.input(input.getKey().name()));
        }
        runAll(shared);
        deliver(bindings, 0, false);
        for (int network = 0; network < bindings.networks(); network++) {
            load(bindings, network);
            for (int step = 0; step < bindings.steps(); step++) {
                loadStates(network);
                runAll(perNetwork);
                updateStates(network);
            }
            deliver(bindings, network, true);
        }
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("this session of the backend dl4j is closed: open another one");
        }
    }

    private void loadStates(int network) {
        for (Map.Entry<Tensor.State, Value> state : program.states().entrySet()) {
            states.load(state.getKey(), network, memory.segment(state.getValue()));
        }
    }

    /** What is kept lies apart from what a step computes with, so all states change at once. */
    private void updateStates(int network) {
        for (Map.Entry<Tensor.State, Value> update : program.updates().entrySet()) {
            states.store(update.getKey(), network, memory.segment(update.getValue()));
        }
    }

    @Override
    public void write(String state, MemorySegment values) {
        requireOpen();
        bindingCheck.networks(state, values, networks);
        states.write(state, values);
    }

    @Override
    public void read(String state, MemorySegment values) {
        requireOpen();
        bindingCheck.networks(state, values, networks);
        states.read(state, values);
    }

    private static void runAll(Runnable[] steps) {
        for (Runnable step : steps) {
            step.run();
        }
    }

    private void load(Bindings bindings, int network) {
        for (Map.Entry<Tensor.NetworkScalar, Value> scalar : program.scalars().entrySet()) {
            float number = bindings.scalar(scalar.getKey().name())[network];
            memory.segment(scalar.getValue()).set(ValueLayout.JAVA_FLOAT, 0, number);
        }
        for (Map.Entry<Tensor.Weight, Value> weight : program.weights().entrySet()) {
            weights.write(weight.getKey(), bindings.weights(), network, memory.segment(weight.getValue()));
        }
    }

    private void deliver(Bindings bindings, int network, boolean ofNetwork) {
        for (Map.Entry<String, Value> output : program.outputs().entrySet()) {
            if (output.getValue().perNetwork() == ofNetwork) {
                MemorySegment computed = memory.segment(output.getValue());
                long bytes = computed.byteSize();
                MemorySegment.copy(computed, 0, bindings.output(output.getKey()), network * bytes, bytes);
            }
        }
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            steps.close();
            memory.close();
        }
    }
}
