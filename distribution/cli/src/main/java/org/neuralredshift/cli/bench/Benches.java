package org.neuralredshift.cli.bench;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.neuralredshift.api.compute.Backend;
import org.neuralredshift.engine.UserException;
import org.neuralredshift.engine.plugin.Catalog;
import org.neuralredshift.engine.run.MeasureOn;

/** Benches on one or more backends, whose bursts take turns, so that all of them meet the same load of the machine. */
public final class Benches implements AutoCloseable {
    /** A backend that takes longer to its first networks is worth a word. */
    private static final double NOTABLE_SECONDS = 1;

    private final List<Backend> backends;
    private final List<Bench> benches;
    private final Map<Backend, Double> first = new LinkedHashMap<>();
    private final Set<Backend> told = new HashSet<>();

    /** One bench for each backend; metrics measure there or on the host. */
    public Benches(Catalog catalog, List<Backend> backends, MeasureOn measureOn) {
        this.backends = List.copyOf(backends);
        this.benches = backends.stream()
                .map(backend -> new Bench(catalog, backend, measureOn))
                .toList();
    }

    /** One burst on each, in order. */
    public List<BenchResult> measure(BenchConfiguration configuration) {
        List<BenchResult> results = new ArrayList<>();
        for (int i = 0; i < benches.size(); i++) {
            BenchResult result = benches.get(i).measure(configuration);
            first.putIfAbsent(backends.get(i), result.first());
            results.add(result);
        }
        return results;
    }

    /** Of each backend whose first use took long, what it was, once. */
    public List<String> firstUses() {
        List<String> sentences = new ArrayList<>();
        first.forEach((backend, seconds) -> {
            if (seconds >= NOTABLE_SECONDS && told.add(backend)) {
                sentences.add(backend.id() + ": " + Math.round(seconds * 10) / 10.0 + " s to its first networks; "
                        + backend.probe().detail());
            }
        });
        return sentences;
    }

    /** Whether there is more than one. */
    public boolean areSeveral() {
        return benches.size() > 1;
    }

    /**
     * The only one.
     *
     * @throws UserException if there are several
     */
    public Bench only() {
        if (areSeveral()) {
            throw new UserException(
                    "--serve measures on one backend, but " + benches.size() + " were given.",
                    "Start it once for each, and let the script take turns.");
        }
        return benches.getFirst();
    }

    @Override
    public void close() {
        benches.forEach(Bench::close);
    }
}
