package org.neuralredshift.backends.cpu;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.neuralredshift.api.compute.BindingCheck;
import org.neuralredshift.api.compute.Executable;
import org.neuralredshift.api.compute.Session;

/** A lowered program with its kernels. */
record CpuExecutable(TileProgram program, BindingCheck bindingCheck, int lanes) implements Executable {
    @Override
    public Session open(int networks) {
        if (networks < 1) {
            throw new IllegalArgumentException("a session for " + networks + " networks; it takes at least 1");
        }
        return new CpuSession(program, bindingCheck, lanes > 1, networks);
    }

    @Override
    public String explain() {
        String head = program.points() + " points in " + program.tiles() + " tiles of " + TileKernel.TILE + ", "
                + (lanes > 1 ? "vectors of " + lanes + " floats" : "no Vector API: single floats") + "\n";
        return head
                + Stream.concat(program.perNetwork().stream(), program.steps().stream())
                        .map(step -> step.rows() + " rows: " + step.text() + "\n")
                        .collect(Collectors.joining());
    }

    @Override
    public void close() {
        // Kernels belong to the backend, memory to the sessions.
    }
}
