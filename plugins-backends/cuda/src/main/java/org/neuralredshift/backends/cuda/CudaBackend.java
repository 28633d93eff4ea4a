package org.neuralredshift.backends.cuda;

import org.jspecify.annotations.Nullable;
import org.neuralredshift.api.Description;
import org.neuralredshift.api.compute.Availability;
import org.neuralredshift.api.compute.Backend;
import org.neuralredshift.api.compute.Executable;
import org.neuralredshift.api.graph.Graph;
import org.neuralredshift.api.graph.Tensor;
import org.neuralredshift.backends.cuda.driver.Installation;

/** Runs graphs on an NVIDIA card. Looks for its driver when it is first asked whether it can, and loads nothing where there is none. */
public final class CudaBackend implements Backend {
    /** Values that one run gives at most, for the host has to keep and to measure them. */
    private static final long BATCH_FLOATS = 1 << 23;

    private static final int LARGEST_BATCH = 1024;

    private final Surroundings surroundings;
    private @Nullable Installation installation;
    private @Nullable Card card;

    /** For the service loader. */
    public CudaBackend() {
        this(new Surroundings.OfProcess());
    }

    /** @param surroundings are asked for a card once */
    CudaBackend(Surroundings surroundings) {
        this.surroundings = surroundings;
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
        return Description.of("float32 on an NVIDIA card; kernels are made for the program at hand, by the driver's own"
                + " compiler");
    }

    @Override
    public Availability probe() {
        Installation found = installation();
        Availability availability = switch (found) {
            case Installation.Present present -> Availability.yes(present.summary());
            case Installation.Missing missing -> Availability.no(missing.reason());
        };
        return availability.with(found.findings());
    }

    private synchronized Installation installation() {
        Installation known = installation;
        if (known == null) {
            known = surroundings.look();
            installation = known;
        }
        return known;
    }

    @Override
    public Executable compile(Graph graph) {
        return new CudaExecutable(card(), graph);
    }

    private synchronized Card card() {
        Card known = card;
        if (known == null) {
            known = switch (installation()) {
                case Installation.Present present -> new Card(present, surroundings.cache(), surroundings::notice);
                case Installation.Missing missing ->
                    throw new IllegalStateException("the backend cuda cannot run here: " + missing.reason());
            };
            card = known;
        }
        return known;
    }

    @Override
    public int preferredBatch(Graph graph) {
        long values = graph.outputs().values().stream()
                .map(Tensor::shape)
                .mapToLong(shape -> shape.size())
                .sum();
        return Math.clamp(BATCH_FLOATS / Math.max(1, values), 1, LARGEST_BATCH);
    }
}
