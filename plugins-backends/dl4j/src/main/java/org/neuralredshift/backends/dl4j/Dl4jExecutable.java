package org.neuralredshift.backends.dl4j;

import org.neuralredshift.api.compute.Executable;
import org.neuralredshift.api.compute.Session;

/** A lowered graph. Holds no resource: only its sessions hold memory. */
final class Dl4jExecutable implements Executable {
    private final Program program;
    private final MemoryPlan plan;
    private final String library;
    private volatile boolean closed;

    Dl4jExecutable(Program program, String library) {
        this.program = program;
        this.plan = new MemoryPlan(program);
        this.library = library;
    }

    @Override
    public Session open(int networks) {
        if (closed) {
            throw new IllegalStateException("this program is closed: compile the graph again");
        }
        if (networks < 1) {
            throw new IllegalArgumentException("a session for " + networks + " networks: it takes at least 1");
        }
        return new Dl4jSession(program, plan, networks);
    }

    @Override
    public String explain() {
        return Listing.of(program, plan, library);
    }

    @Override
    public void close() {
        closed = true;
    }
}
