package org.neuralredshift.backends.cuda;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.neuralredshift.api.Description;
import org.neuralredshift.api.compute.Availability;
import org.neuralredshift.api.compute.Backend;
import org.neuralredshift.api.compute.BackendLostException;
import org.neuralredshift.api.compute.Executable;
import org.neuralredshift.api.graph.Graph;
import org.neuralredshift.api.graph.Tensor;
import org.neuralredshift.backends.cuda.driver.Device;
import org.neuralredshift.backends.cuda.driver.DriverException;
import org.neuralredshift.backends.cuda.driver.Installation;
import org.neuralredshift.backends.cuda.program.Products;
import org.neuralredshift.backends.cuda.program.Programs;

/** Runs graphs on NVIDIA cards, all of those that are there. Looks for its driver when it is first asked whether it can, and loads nothing where there is none. */
public sealed class CudaBackend implements Backend permits CudaSplitTf32Backend {
    /** Values that one run gives at most, for the host has to keep and to measure them. */
    private static final long BATCH_FLOATS = 1 << 23;

    private static final int LARGEST_BATCH = 1024;

    private final Surroundings surroundings;
    private final Products products;
    private @Nullable Installation installation;
    private final AtomicInteger turn = new AtomicInteger();
    /** Those in use; none before the first program is compiled. */
    private List<Card> cards = List.of();

    /** For the service loader. */
    public CudaBackend() {
        this(new Surroundings.OfProcess());
    }

    /** @param surroundings are asked for a card once */
    CudaBackend(Surroundings surroundings) {
        this(surroundings, Products.FLOAT32);
    }

    /** @param products how they are computed */
    CudaBackend(Surroundings surroundings, Products products) {
        this.surroundings = surroundings;
        this.products = products;
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
        Optional<BackendLostException> loss = loss();
        if (loss.isPresent()) {
            return Availability.no(loss.get().getMessage() + ": start nrs again")
                    .with(found.findings());
        }
        Availability availability = switch (found) {
            case Installation.Present present -> Availability.yes(detail(present));
            case Installation.Missing missing -> Availability.no(missing.reason());
        };
        return availability.with(found.findings());
    }

    private String detail(Installation.Present present) {
        return products.note().isEmpty() ? present.summary() : present.summary() + "; " + products.note();
    }

    private synchronized Optional<BackendLostException> loss() {
        return cards.stream()
                .flatMap(card -> Optional.ofNullable(card.loss()).stream())
                .findFirst();
    }

    private synchronized Installation installation() {
        Installation known = installation;
        if (known == null) {
            known = suited(surroundings.look());
            installation = known;
        }
        return known;
    }

    /** What of an installation this backend can use. */
    Installation suited(Installation found) {
        return found;
    }

    @Override
    public Executable compile(Graph graph) {
        return new CudaExecutable(cards(), graph, products, turn);
    }

    private synchronized List<Card> cards() {
        if (cards.isEmpty()) {
            cards = switch (installation()) {
                case Installation.Present present -> open(present);
                case Installation.Missing missing ->
                    throw new IllegalStateException("the backend " + id() + " cannot run here: " + missing.reason());
            };
        }
        return cards;
    }

    private List<Card> open(Installation.Present present) {
        List<Card> opened = new ArrayList<>();
        Timeline timeline = timeline();
        for (Device device : present.devices()) {
            try {
                opened.add(new Card(present, device, surroundings.cache(), timeline, surroundings::notice));
            } catch (DriverException e) {
                Releases.after(
                        e, opened.stream().<Runnable>map(card -> card::close).toArray(Runnable[]::new));
                throw new BackendLostException(
                        "the card " + device.name() + " cannot be used, for " + e.getMessage(), e);
            }
        }
        return List.copyOf(opened);
    }

    private @Nullable Timeline timeline() {
        Path file = surroundings.timeline().orElse(null);
        if (file == null) {
            return null;
        }
        Timeline timeline = new Timeline(file, surroundings::notice);
        surroundings.atEnd(timeline::write);
        return timeline;
    }

    /** The phrases of {@code lz78}. */
    @Override
    public boolean offers(Tensor.Kernel kernel) {
        return Programs.offers(kernel);
    }

    @Override
    public boolean prefersMetricGraphs() {
        return true;
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
