package org.neuralredshift.cli.bench;

import org.jspecify.annotations.Nullable;
import org.neuralredshift.api.compute.Backend;
import org.neuralredshift.engine.plugin.Catalog;
import org.neuralredshift.engine.run.MeasureOn;

/** Measures configurations one after the other; keeps the last one warm. */
public final class Bench implements AutoCloseable {
    private static final double WARM_UP_SECONDS = 1;
    /** There is more to compile. */
    private static final double WARM_UP_SECONDS_OF_TRAINING = 5;

    private final Catalog catalog;
    private final Backend backend;
    private final MeasureOn measureOn;
    private @Nullable BenchConfiguration kept;
    private @Nullable Burst burst;
    private double first;

    /** A bench on one backend; metrics measure there or on the host. */
    public Bench(Catalog catalog, Backend backend, MeasureOn measureOn) {
        this.catalog = catalog;
        this.backend = backend;
        this.measureOn = measureOn;
    }

    /**
     * Runs one burst; the first of a configuration is preceded by a warm-up of about a second, or of a few where networks are trained.
     *
     * @throws RuntimeException if there is no such network or metric
     */
    public BenchResult measure(BenchConfiguration configuration) {
        Burst warm = warm(configuration);
        ProcessLoad before = ProcessLoad.now();
        long networks = warm.run(configuration.seconds());
        ProcessLoad after = ProcessLoad.now();
        return new BenchResult(
                networks,
                after.secondsSince(before),
                after.ownSince(before),
                after.othersSince(before),
                after.allocatedSince(before),
                warm.threads(),
                backend.id(),
                first,
                warm.loss());
    }

    private Burst warm(BenchConfiguration configuration) {
        BenchConfiguration wanted = configuration.apartFromSeconds();
        Burst present = burst;
        if (present != null && wanted.equals(kept)) {
            return present;
        }
        close();
        long begin = System.nanoTime();
        Burst fresh = open(configuration);
        burst = fresh;
        kept = wanted;
        fresh.run(0);
        first = (System.nanoTime() - begin) / 1e9;
        fresh.run(configuration.training() == null ? WARM_UP_SECONDS : WARM_UP_SECONDS_OF_TRAINING);
        return fresh;
    }

    private Burst open(BenchConfiguration configuration) {
        BenchTraining training = configuration.training();
        if (training != null) {
            return NetworkBurst.training(configuration, training, catalog, backend);
        }
        return configuration.rows()
                ? StudyBurst.open(configuration, catalog, backend, measureOn)
                : NetworkBurst.open(configuration, catalog, backend, measureOn);
    }

    @Override
    public void close() {
        Burst present = burst;
        burst = null;
        if (present != null) {
            present.close();
        }
    }
}
