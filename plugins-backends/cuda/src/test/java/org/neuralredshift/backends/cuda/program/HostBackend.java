package org.neuralredshift.backends.cuda.program;

import org.neuralredshift.api.Description;
import org.neuralredshift.api.compute.Availability;
import org.neuralredshift.api.compute.Backend;
import org.neuralredshift.api.compute.Executable;
import org.neuralredshift.api.compute.Session;
import org.neuralredshift.api.graph.Graph;
import org.neuralredshift.api.graph.Tensor;

/** Programs for cards on the processor: the numbers of their kernels, without driver, memory or stream of a card. */
final class HostBackend implements Backend {
    private final Limits limits;

    HostBackend(Limits limits) {
        this.limits = limits;
    }

    @Override
    public String id() {
        return "cuda";
    }

    @Override
    public int revision() {
        return 1;
    }

    @Override
    public Description description() {
        return Description.of("Kernels for cards, on the processor.");
    }

    @Override
    public Availability probe() {
        return Tool.isThere("g++")
                ? Availability.yes("g++")
                : Availability.no("there is no g++ that could compile kernels for the processor");
    }

    @Override
    public boolean offers(Tensor.Kernel kernel) {
        return Programs.offers(kernel);
    }

    @Override
    public Executable compile(Graph graph) {
        Program program = Programs.lower(graph, limits);
        HostLibrary library = HostLibrary.of(program.source());
        return new Executable() {
            private boolean closed;

            @Override
            public Session open(int networks) {
                if (closed) {
                    throw new IllegalStateException("this program is closed: compile the graph again");
                }
                if (networks < 1) {
                    throw new IllegalArgumentException("a session for " + networks + " networks: it takes at least 1");
                }
                return new HostSession(program, library, networks);
            }

            @Override
            public String explain() {
                return program.explanation();
            }

            @Override
            public void close() {
                closed = true;
            }
        };
    }
}
