package org.neuralredshift.testkit.plain;

import java.lang.foreign.MemorySegment;
import java.util.concurrent.atomic.AtomicInteger;
import org.neuralredshift.api.Description;
import org.neuralredshift.api.compute.Availability;
import org.neuralredshift.api.compute.Backend;
import org.neuralredshift.api.compute.Bindings;
import org.neuralredshift.api.compute.Executable;
import org.neuralredshift.api.compute.Session;
import org.neuralredshift.api.graph.Graph;

/** Another backend that counts what is open. */
public final class CountingBackend implements Backend {
    private final Backend backend;
    private final AtomicInteger open = new AtomicInteger();

    /** Counts what is open on another backend. */
    public CountingBackend(Backend backend) {
        this.backend = backend;
    }

    /** Programs and sessions that are not closed. */
    public int open() {
        return open.get();
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
    public Availability probe() {
        return backend.probe();
    }

    @Override
    public Executable compile(Graph graph) {
        return new Counted(backend.compile(graph));
    }

    private final class Counted implements Executable {
        private final Executable program;
        private final Open counted = new Open();

        Counted(Executable program) {
            this.program = program;
        }

        @Override
        public Session open(int networks) {
            Session session = program.open(networks);
            Open countedSession = new Open();
            return new Session() {
                @Override
                public void run(Bindings bindings) {
                    session.run(bindings);
                }

                @Override
                public void write(String state, MemorySegment values) {
                    session.write(state, values);
                }

                @Override
                public void read(String state, MemorySegment values) {
                    session.read(state, values);
                }

                @Override
                public void close() {
                    session.close();
                    countedSession.close();
                }
            };
        }

        @Override
        public String explain() {
            return program.explain();
        }

        @Override
        public void close() {
            program.close();
            counted.close();
        }
    }

    /** Counts once, however often it is closed. */
    private final class Open {
        private boolean closed;

        Open() {
            open.incrementAndGet();
        }

        void close() {
            if (!closed) {
                closed = true;
                open.decrementAndGet();
            }
        }
    }
}
