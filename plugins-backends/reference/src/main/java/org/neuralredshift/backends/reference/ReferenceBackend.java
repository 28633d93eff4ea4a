package org.neuralredshift.backends.reference;

import org.neuralredshift.api.Description;
import org.neuralredshift.api.compute.Availability;
import org.neuralredshift.api.compute.Backend;
import org.neuralredshift.api.compute.Executable;
import org.neuralredshift.api.compute.UnsupportedGraphException;
import org.neuralredshift.api.graph.Graph;

/** Interprets every graph in float64: slow, obvious, the definition. */
public final class ReferenceBackend implements Backend {
    /** For the service loader. */
    public ReferenceBackend() {}

    @Override
    public String id() {
        return "reference";
    }

    @Override
    public int revision() {
        return 1;
    }

    @Override
    public Description description() {
        return Description.of("Interprets any graph in float64, one network after another: slow, and the definition"
                + " that other backends are compared with.");
    }

    @Override
    public Availability probe() {
        return Availability.yes("float64 on the Java virtual machine, one thread per session");
    }

    @Override
    public Executable compile(Graph graph) {
        if (!graph.kernels().isEmpty()) {
            throw UnsupportedGraphException.of(id(), graph.kernels().getFirst());
        }
        return new ReferenceExecutable(new Plan(graph));
    }
}
