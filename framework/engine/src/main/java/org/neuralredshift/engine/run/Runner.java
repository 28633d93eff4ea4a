package org.neuralredshift.engine.run;

import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.neuralredshift.api.compute.Backend;
import org.neuralredshift.api.compute.BackendLostException;
import org.neuralredshift.engine.UserException;
import org.neuralredshift.engine.plugin.Catalog;
import org.neuralredshift.engine.store.Attribution;
import org.neuralredshift.engine.store.FolderLock;
import org.neuralredshift.engine.store.MeasuredOn;
import org.neuralredshift.engine.store.OutputFolder;
import org.neuralredshift.engine.study.Plan;

/** Runs a plan on one backend with some worker threads. Rows do not depend on how many. */
public final class Runner {
    private static final Duration CHECKPOINT = Duration.ofSeconds(20);

    private final Plan plan;
    private final Catalog catalog;
    private final Backends backends;
    private final int threads;
    private final int asked;
    private final long interval;
    private final MeasuredOn measuredOn;
    private final AtomicReference<@Nullable ProgressMeter> current = new AtomicReference<>();
    private volatile boolean stopRequested;

    /**
     * Prepares a run.
     *
     * @param threads how many workers, though never more than batches; 0 for what the backend finds worth while
     * @throws UserException if the backend cannot run here, or the number is negative
     */
    public Runner(Plan plan, Catalog catalog, Backend backend, int threads) {
        this(plan, catalog, backend, threads, MeasureOn.AUTO);
    }

    /**
     * Prepares a run.
     *
     * @param threads how many workers, though never more than batches; 0 for what the backend finds worth while
     * @param measureOn where metrics measure
     * @throws UserException if the backend cannot run here, or the number is negative, or the task cannot measure there
     */
    public Runner(Plan plan, Catalog catalog, Backend backend, int threads, MeasureOn measureOn) {
        this(plan, catalog, backend, null, threads, CHECKPOINT, measureOn);
    }

    /**
     * Prepares a run.
     *
     * @param fallback computes where the chosen backend cannot run, or what is left when that is lost; null for none
     * @param threads how many workers, though never more than batches; 0 for what the backend finds worth while
     * @param checkpoint time between two checkpoints of a batch, at least; 0 to save whenever the task asks
     * @param measureOn where metrics measure; by itself, as the chosen backend had better, also where the fallback computes
     * @throws UserException if no backend can run here, or both are the same, or the number is negative, or the task cannot
     *     measure there
     */
    public Runner(
            Plan plan,
            Catalog catalog,
            Backend backend,
            @Nullable Backend fallback,
            int threads,
            Duration checkpoint,
            MeasureOn measureOn) {
        if (threads < 0) {
            throw new UserException(
                    "The number of threads is " + threads + ", but must be 1 or more.", "Leave it out for all.");
        }
        this.plan = plan;
        this.catalog = catalog;
        this.backends = new Backends(backend, fallback, catalog.ids(Backend.class));
        int useful = Math.max(
                1, Math.min(backends.current().concurrency(), plan.batches().size()));
        this.threads = threads == 0 ? useful : Math.min(threads, plan.batches().size());
        this.asked = threads;
        this.interval = checkpoint.toNanos();
        this.measuredOn = measureOn.of(plan.resolved().task(), backend);
    }

    /** The backend that computes, at present. */
    public Backend backend() {
        return backends.current();
    }

    /** How many workers there are. */
    public int threads() {
        return threads;
    }

    /**
     * Runs what is not committed yet and returns when it is done or stopped. A network that fails is a row with the
     * reason.
     *
     * @throws UserException if the folder cannot be written, or holds results of another backend, revision or plugin, or
     *     another process writes to it
     * @throws IllegalStateException if the task or the backend leaks memory
     */
    public RunSummary run(OutputFolder folder, RunListener listener) {
        ProgressMeter meter = new ProgressMeter(plan.networks(), listener);
        current.set(meter);
        if (stopRequested) {
            meter.stop();
        }
        try (FolderLock _ = folder.lock()) {
            RunLog log = RunLog.begin(folder, plan, catalog, backends, threads, measuredOn);
            folder.attribute(backends.all().stream()
                    .map(backend -> new Attribution(plan, catalog, backend, measuredOn))
                    .toList());
            backends.tell(sentence -> {
                folder.notice(sentence);
                meter.notice(sentence);
            });
            BitSet committed = new BitSet();
            for (int batch = 0; batch < plan.batches().size(); batch++) {
                if (folder.isCommitted(batch)) {
                    committed.set(batch);
                    folder.forget(batch);
                    meter.resumed(plan.batches().get(batch).trials().size());
                }
            }
            if (threads < asked) {
                folder.notice(asked + " threads were asked for, but the study has work for " + threads + " only.");
            }
            Workers workers = new Workers(plan, catalog, backends, folder, committed, meter, interval, measuredOn);
            workers.run(threads);
            folder.tidy();
            Progress progress = meter.finish();
            meter.problem().ifPresent(folder::notice);
            RunSummary summary = new RunSummary(progress, progress.done() < plan.networks(), threads);
            log.end(summary);
            return summary;
        }
    }

    /** Asks a run to end soon; batches in progress are given up. From any thread. */
    public void stop() {
        stopRequested = true;
        ProgressMeter meter = current.get();
        if (meter != null) {
            meter.stop();
        }
    }

    /**
     * Measures a few networks of each structure for a second or two, and extrapolates. Writes nothing. If the backend is lost, the
     * fallback is measured.
     *
     * @throws UserException if no backend is left
     */
    public Estimate estimate() {
        while (true) {
            Backend backend = backends.current();
            try {
                return new Estimator(plan, catalog, backend, threads, measuredOn).estimate();
            } catch (BackendLostException e) {
                backends.lostInEstimate(backend, e);
            }
        }
    }

    /** Why not the chosen backend computes, a sentence for each change so far. */
    public List<String> notices() {
        return backends.sentences();
    }
}
