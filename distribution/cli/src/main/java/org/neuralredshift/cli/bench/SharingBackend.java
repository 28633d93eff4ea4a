package org.neuralredshift.cli.bench;

import org.neuralredshift.api.Description;
import org.neuralredshift.api.compute.Availability;
import org.neuralredshift.api.compute.Backend;
import org.neuralredshift.api.compute.Executable;
import org.neuralredshift.api.compute.Session;
import org.neuralredshift.api.graph.Graph;
import org.neuralredshift.api.parameter.ParameterSchema;

/**
 * A backend whose sessions may use several threads each; who opens them knows nothing of it.
 *
 * @param backend that computes
 * @param threads of each session
 */
record SharingBackend(Backend backend, int threads) implements Backend {
    /** The backend itself if there is nothing to share. */
    static Backend of(Backend backend, int threads) {
        return threads == 1 ? backend : new SharingBackend(backend, threads);
    }

    @Override
    public String id() {
        return backend.id();
    }

    @Override
    public int revision() {
        return backend.revision();
    }

    @Override
    public Description description() {
        return backend.description();
    }

    @Override
    public ParameterSchema parameters() {
        return backend.parameters();
    }

    @Override
    public Availability probe() {
        return backend.probe();
    }

    @Override
    public Executable compile(Graph graph) {
        return new Shared(backend.compile(graph), threads);
    }

    @Override
    public int concurrency() {
        return backend.concurrency();
    }

    @Override
    public int preferredBatch(Graph graph) {
        return backend.preferredBatch(graph);
    }

    private record Shared(Executable program, int threads) implements Executable {
        @Override
        public Session open(int networks) {
            return program.open(networks, threads);
        }

        @Override
        public String explain() {
            return program.explain();
        }

        @Override
        public void close() {
            program.close();
        }
    }
}
