package org.neuralredshift.backends.cpu;

import java.util.List;
import java.util.stream.Collectors;
import org.neuralredshift.api.compute.BindingCheck;
import org.neuralredshift.api.compute.Executable;
import org.neuralredshift.api.compute.Session;

/** A program on matrices with its kernels. */
record MatrixExecutable(MatrixProgram program, BindingCheck bindingCheck, int lanes) implements Executable {
    @Override
    public Session open(int networks) {
        if (networks < 1) {
            throw new IllegalArgumentException("a session for " + networks + " networks; it takes at least 1");
        }
        return new MatrixSession(program, bindingCheck, lanes > 1, networks);
    }

    @Override
    public String explain() {
        int states = program.statesTo() - program.statesFrom();
        return "row-major matrices, " + (lanes > 1 ? "vectors of " + lanes + " floats" : "no Vector API: single floats")
                + ", " + program.size() + " floats of memory, of which states " + states + "\n"
                + list("once per run", program.perRun())
                + list("once per network", program.perNetwork())
                + list("in each step", program.steps());
    }

    private static String list(String when, List<MatrixStep> steps) {
        return steps.isEmpty()
                ? ""
                : when + ":\n"
                        + steps.stream()
                                .map(step ->
                                        "  " + step.text() + (step.last() ? ", in the last step of a run" : "") + "\n")
                                .collect(Collectors.joining());
    }

    @Override
    public void close() {
        // Kernels belong to the backend, memory to the sessions.
    }
}
