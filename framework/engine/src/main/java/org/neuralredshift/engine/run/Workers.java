package org.neuralredshift.engine.run;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.neuralredshift.api.compute.Backend;
import org.neuralredshift.api.compute.BackendLostException;
import org.neuralredshift.api.data.Memory;
import org.neuralredshift.engine.UserException;
import org.neuralredshift.engine.plugin.Catalog;
import org.neuralredshift.engine.store.Chunk;
import org.neuralredshift.engine.store.MeasuredOn;
import org.neuralredshift.engine.store.OutputFolder;
import org.neuralredshift.engine.study.Plan;

/** Threads that take batches from one counter. The first failure that is not a batch's own stops them all. */
final class Workers {
    private final Plan plan;
    private final Catalog catalog;
    private final Backends backends;
    private final OutputFolder folder;
    private final BitSet committed;
    private final ProgressMeter meter;
    private final long interval;
    private final MeasuredOn measuredOn;
    private final AtomicInteger next = new AtomicInteger();
    private final List<Throwable> failures = new ArrayList<>();

    /** @param interval nanoseconds between two checkpoints of a batch, at least */
    Workers(
            Plan plan,
            Catalog catalog,
            Backends backends,
            OutputFolder folder,
            BitSet committed,
            ProgressMeter meter,
            long interval,
            MeasuredOn measuredOn) {
        this.plan = plan;
        this.catalog = catalog;
        this.backends = backends;
        this.folder = folder;
        this.committed = committed;
        this.meter = meter;
        this.interval = interval;
        this.measuredOn = measuredOn;
    }

    /** Runs all batches that are not committed, on so many threads, and waits. */
    void run(int threads) {
        try (Memory memory = Memory.open()) {
            List<Thread> workers = new ArrayList<>();
            try {
                for (int i = 0; i < threads; i++) {
                    String name = "worker-" + i;
                    workers.add(Thread.ofPlatform().name(name).start(() -> work(memory, name)));
                }
            } catch (OutOfMemoryError e) {
                failed(e); // no more threads to be had; those that run use the memory until they are joined
            }
            workers.forEach(this::join);
        } catch (IllegalStateException e) {
            failed(e);
        }
        rethrow();
    }

    private void work(Memory all, String name) {
        try {
            int batch = take();
            while (batch >= 0) {
                batch = work(all, name, batch, backends.current());
            }
        } catch (StoppedException e) {
            meter.stop();
        } catch (Throwable e) {
            failed(e);
        }
    }

    /**
     * Runs batches on one backend, as long as there are any and it is the one that computes.
     *
     * @param first of them
     * @return the batch to go on with, on another backend: the one during which this one was lost; -1 if none is left
     */
    private int work(Memory all, String name, int first, Backend backend) {
        int batch = first;
        try (WorkerLab lab = new WorkerLab(catalog, plan.resolved().metrics(), backend, all.child(name), measuredOn)) {
            BatchRunner runner = new BatchRunner(plan, meter, interval);
            while (batch >= 0 && backends.current() == backend) {
                Chunk chunk = runner.run(plan.batches().get(batch), lab, Saving.in(folder, batch, backend));
                folder.commit(batch, chunk, backend, lab.memory());
                batch = take();
            }
        } catch (BackendLostException e) {
            backends.lost(backend, e);
        }
        return batch;
    }

    /** The next batch to run; -1 if there is none. */
    private int take() {
        int batch = next.getAndIncrement();
        while (batch < plan.batches().size() && committed.get(batch)) {
            batch = next.getAndIncrement();
        }
        return batch < plan.batches().size() && !meter.isStopped() ? batch : -1;
    }

    /** Waits to the end even if interrupted: no worker outlives the run. */
    private void join(Thread worker) {
        boolean interrupted = false;
        while (worker.isAlive()) {
            try {
                worker.join();
            } catch (InterruptedException e) {
                interrupted = true;
                meter.stop();
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void failed(Throwable e) {
        UserException end = e instanceof UserException user ? user : RunEnd.of(e);
        failures.add(end == null ? e : end);
        meter.stop();
    }

    private synchronized void rethrow() {
        @Nullable Throwable first = failures.isEmpty() ? null : failures.getFirst();
        failures.stream().skip(1).forEach(other -> {
            if (first != null && first != other) {
                first.addSuppressed(other);
            }
        });
        switch (first) {
            case null -> {}
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            default -> throw new IllegalStateException(first);
        }
    }
}
