package org.neuralredshift.backends.cpu;

import org.neuralredshift.api.Description;
import org.neuralredshift.api.compute.Availability;
import org.neuralredshift.api.compute.Backend;
import org.neuralredshift.api.compute.BindingCheck;
import org.neuralredshift.api.compute.Executable;
import org.neuralredshift.api.graph.Graph;

/** Runs every program on matrices, also those that tiles would do. */
final class MatrixBackend implements Backend {
    private final int lanes;
    private final MatrixKernels kernels;

    MatrixBackend(int lanes, int firstRuns) {
        this.lanes = lanes;
        this.kernels = new MatrixKernels(lanes, firstRuns);
    }

    @Override
    public String id() {
        return "cpu";
    }

    @Override
    public int revision() {
        return 1;
    }

    @Override
    public Description description() {
        return Description.of("the backend cpu without tiles");
    }

    @Override
    public Availability probe() {
        return Availability.yes("vectors of " + lanes + " floats");
    }

    @Override
    public Executable compile(Graph graph) {
        return new MatrixExecutable(MatrixLowering.lower(graph, kernels), new BindingCheck(graph), lanes);
    }
}
