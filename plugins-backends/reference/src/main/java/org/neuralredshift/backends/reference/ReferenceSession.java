package org.neuralredshift.backends.reference;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Map;
import org.neuralredshift.api.compute.BindingCheck;
import org.neuralredshift.api.compute.Bindings;
import org.neuralredshift.api.compute.Session;
import org.neuralredshift.api.graph.Tensor;

/** Runs a plan: what networks share once, then the rest for one network after another. */
final class ReferenceSession implements Session {
    private final Plan plan;
    private final int networks;
    private final double[][] memory;
    private final Step[] steps;
    private final States states;
    private final BindingCheck bindingCheck;
    private boolean closed;

    ReferenceSession(Plan plan, int networks) {
        this.plan = plan;
        this.networks = networks;
        this.memory = plan.allocate();
        this.steps = new Step[plan.count()];
        this.states = new States(plan.graph(), networks);
        this.bindingCheck = new BindingCheck(plan.graph());
        Leaves leaves = new Leaves(plan.graph(), states);
        for (int position = 0; position < steps.length; position++) {
            Tensor tensor = plan.tensor(position);
            double[][] operands = tensor.operands().stream().map(this::values).toArray(double[][]::new);
            steps[position] = Step.of(tensor, operands, values(tensor), leaves);
        }
    }

    private double[] values(Tensor tensor) {
        return memory[plan.slot(plan.position(tensor))];
    }

    @Override
    public void run(Bindings bindings) {
        requireOpen();
        bindingCheck.check(bindings, networks);
        compute(bindings, 0, false);
        deliver(bindings, 0, false);
        for (int network = 0; network < bindings.networks(); network++) {
            for (int step = 0; step < bindings.steps(); step++) {
                compute(bindings, network, true);
                update(network);
            }
            deliver(bindings, network, true);
        }
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("this session of the backend reference is closed: open another one");
        }
    }

    /** The values of updates lie in memory of their own until all are computed, so the states change at once. */
    private void update(int network) {
        plan.graph().updates().forEach((state, tensor) -> {
            double[] next = values(tensor);
            double[] kept = states.of(state, network);
            for (int i = 0; i < next.length; i++) {
                kept[i] = (float) next[i];
            }
        });
    }

    @Override
    public void write(String state, MemorySegment source) {
        requireOpen();
        states.write(state, source, bindingCheck.networks(state, source, networks));
    }

    @Override
    public void read(String state, MemorySegment target) {
        requireOpen();
        states.read(state, target, bindingCheck.networks(state, target, networks));
    }

    /** Runs what networks share, or what is one network's. */
    private void compute(Bindings bindings, int network, boolean perNetwork) {
        for (int position = 0; position < steps.length; position++) {
            if (plan.perNetwork(position) == perNetwork) {
                steps[position].run(bindings, network);
            }
        }
    }

    private void deliver(Bindings bindings, int network, boolean perNetwork) {
        for (Map.Entry<String, Tensor> output : plan.graph().outputs().entrySet()) {
            if (plan.perNetwork(plan.position(output.getValue())) == perNetwork) {
                write(values(output.getValue()), bindings.output(output.getKey()), network);
            }
        }
    }

    private static void write(double[] values, MemorySegment target, int network) {
        long offset = (long) network * values.length;
        for (int i = 0; i < values.length; i++) {
            target.set(ValueLayout.JAVA_FLOAT_UNALIGNED, (offset + i) * Float.BYTES, (float) values[i]);
        }
    }

    @Override
    public void close() {
        closed = true;
    }
}
