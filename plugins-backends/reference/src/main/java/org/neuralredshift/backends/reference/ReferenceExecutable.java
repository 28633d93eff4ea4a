package org.neuralredshift.backends.reference;

import org.neuralredshift.api.compute.Executable;
import org.neuralredshift.api.compute.Session;

/** A planned graph. Holds no resource: only its sessions hold memory. */
final class ReferenceExecutable implements Executable {
    private final Plan plan;
    private volatile boolean closed;

    ReferenceExecutable(Plan plan) {
        this.plan = plan;
    }

    @Override
    public Session open(int networks) {
        if (closed) {
            throw new IllegalStateException("this program is closed: compile the graph again");
        }
        if (networks < 1) {
            throw new IllegalArgumentException("a session for " + networks + " networks: it takes at least 1");
        }
        return new ReferenceSession(plan, networks);
    }

    @Override
    public String explain() {
        return Listing.of(plan);
    }

    @Override
    public void close() {
        closed = true;
    }
}
