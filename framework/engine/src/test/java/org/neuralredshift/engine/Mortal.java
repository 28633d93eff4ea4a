package org.neuralredshift.engine;

import java.lang.foreign.ValueLayout;
import java.util.concurrent.atomic.AtomicInteger;
import org.neuralredshift.api.Description;
import org.neuralredshift.api.compute.Availability;
import org.neuralredshift.api.compute.Backend;
import org.neuralredshift.api.compute.BackendLostException;
import org.neuralredshift.api.compute.Bindings;
import org.neuralredshift.api.compute.Executable;
import org.neuralredshift.api.compute.Session;
import org.neuralredshift.api.graph.Graph;

/**
 * A backend that finds the same number everywhere, and is lost after some runs.
 *
 * @param id its name
 * @param number what it finds
 * @param runs how many it has left; negative if it cannot run here at all
 */
public record Mortal(String id, float number, AtomicInteger runs) implements Backend {
    @Override
    public int revision() {
        return 1;
    }

    @Override
    public Description description() {
        return Description.of("finds the same number everywhere");
    }

    @Override
    public Availability probe() {
        return runs.get() < 0 ? Availability.no("its card was sold") : Availability.yes("a card");
    }

    @Override
    public Executable compile(Graph graph) {
        return new Executable() {
            @Override
            public Session open(int networks) {
                return new Life();
            }

            @Override
            public String explain() {
                return "one number";
            }

            @Override
            public void close() {}
        };
    }

    private final class Life implements Session {
        @Override
        public void run(Bindings bindings) {
            if (runs.getAndUpdate(left -> Math.max(0, left - 1)) == 0) {
                throw new BackendLostException("the card has burnt");
            }
            bindings.output("f").set(ValueLayout.JAVA_FLOAT, 0, number);
        }

        @Override
        public void close() {}
    }
}
