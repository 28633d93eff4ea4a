package org.neuralredshift.testkit.plain;

import org.neuralredshift.api.Description;
import org.neuralredshift.api.compute.Availability;
import org.neuralredshift.api.compute.Backend;
import org.neuralredshift.api.compute.Executable;
import org.neuralredshift.api.compute.Session;
import org.neuralredshift.api.compute.UnsupportedGraphException;
import org.neuralredshift.api.graph.Graph;
import org.neuralredshift.api.graph.Listing;

/** The {@link Interpretation} as a backend, for tasks whose author has no other on the test path. */
public final class PlainBackend implements Backend {
    static final String ID = "plain";

    /** A backend without state. */
    public PlainBackend() {}

    @Override
    public String id() {
        return ID;
    }

    @Override
    public int revision() {
        return 1;
    }

    @Override
    public Description description() {
        return Description.of("The test kit's own interpreter: float64, one element after another.");
    }

    @Override
    public Availability probe() {
        return Availability.yes("plain Java");
    }

    @Override
    public Executable compile(Graph graph) {
        graph.kernels().forEach(kernel -> {
            throw UnsupportedGraphException.of(ID, kernel);
        });
        return new Program(graph);
    }

    private static final class Program implements Executable {
        private final Graph graph;
        private volatile boolean closed;

        Program(Graph graph) {
            this.graph = graph;
        }

        @Override
        public Session open(int networks) {
            if (closed) {
                throw new IllegalStateException("this program is closed: compile the graph again");
            }
            return new PlainSession(graph, networks);
        }

        @Override
        public String explain() {
            return String.join("\n", Listing.of(graph));
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
