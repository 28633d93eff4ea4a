package org.neuralredshift.engine.run;

import java.util.Optional;
import org.neuralredshift.api.task.Checkpoint;
import org.neuralredshift.engine.store.SavedBatch;

/** The checkpoint of one batch: due by time, and so seldom that saving takes at most about a hundredth of it. */
final class BatchCheckpoint implements Checkpoint {
    private static final long MOST_OFTEN = 100;

    private final Saving saving;
    private final BatchSink sink;
    private final ProgressMeter meter;
    private final long interval;
    private final Optional<SavedBatch> found;
    private long due;

    /**
     * Takes what an interrupted run left into the sink.
     *
     * @param interval nanoseconds between two savings, at least; 0 to save whenever the task asks
     */
    BatchCheckpoint(Saving saving, BatchSink sink, ProgressMeter meter, long interval) {
        this.saving = saving;
        this.sink = sink;
        this.meter = meter;
        this.interval = interval;
        this.found = saving.saved();
        found.ifPresent(sink::restore);
        this.due = System.nanoTime() + interval;
    }

    /** Whether an interrupted run left something. */
    boolean isResumed() {
        return found.isPresent();
    }

    @Override
    public Optional<byte[]> saved() {
        return found.map(saved -> saved.state().clone());
    }

    @Override
    public boolean isDue() {
        return meter.isStopped() || saving.keeps() && System.nanoTime() - due >= 0;
    }

    @Override
    public void save(byte[] state) {
        long start = System.nanoTime();
        saving.save(sink.saved(state));
        long end = System.nanoTime();
        due = interval == 0 ? end : end + Math.max(interval, MOST_OFTEN * (end - start));
        if (meter.isStopped()) {
            throw new StoppedException();
        }
    }
}
