package org.neuralredshift.backends.reference;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Map;
import org.neuralredshift.api.compute.Bindings;
import org.neuralredshift.api.compute.Session;
import org.neuralredshift.api.graph.Tensor;

/** Runs a plan: what networks share once, then the rest for one network after another. */
final class ReferenceSession implements Session {
    private final Plan plan;
    private final int networks;
    private final double[][] memory;
    private final Step[] steps;
    private boolean closed;

    ReferenceSession(Plan plan, int networks) {
        this.plan = plan;
        this.networks = networks;
        this.memory = plan.allocate();
        this.steps = new Step[plan.count()];
        Leaves leaves = new Leaves(plan.graph());
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
        if (closed) {
            throw new IllegalStateException("this session of the backend reference is closed: open another one");
        }
        BindingCheck.check(plan, bindings, networks);
        runSteps(bindings, 0, false);
        for (int network = 0; network < bindings.networks(); network++) {
            runSteps(bindings, network, true);
        }
    }

    /** Runs the shared steps, or those of one network, and writes the outputs among them. */
    private void runSteps(Bindings bindings, int network, boolean perNetwork) {
        for (int position = 0; position < steps.length; position++) {
            if (plan.perNetwork(position) == perNetwork) {
                steps[position].run(bindings, network);
            }
        }
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
