package org.neuralredshift.engine.run;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.neuralredshift.api.compute.BackendLostException;
import org.neuralredshift.api.data.Status;
import org.neuralredshift.api.task.Task;
import org.neuralredshift.api.task.Trial;
import org.neuralredshift.api.task.TrialBatch;
import org.neuralredshift.engine.UserException;
import org.neuralredshift.engine.store.Chunk;
import org.neuralredshift.engine.study.Plan;

/** Runs one batch after another; a network that fails becomes a row that says why. */
final class BatchRunner {
    private final Task task;
    private final Set<Long> keptSeeds;
    private final ProgressMeter meter;
    private final long interval;

    /** @param interval nanoseconds between two checkpoints of a batch, at least */
    BatchRunner(Plan plan, ProgressMeter meter, long interval) {
        this.task = plan.resolved().task();
        this.keptSeeds =
                new HashSet<>(plan.study().seeds().subList(0, plan.study().keepSamples()));
        this.meter = meter;
        this.interval = interval;
    }

    /**
     * The results of a batch, which goes on from what an interrupted run saved. If it fails, its trials run one by one, from the
     * start, so that a network that works has its rows whatever its neighbours do, and whoever fails together or apart, the
     * rows are the same.
     *
     * @throws StoppedException if the run was stopped on the way
     * @throws BackendLostException if the backend was; what it had computed of the batch is given up
     * @throws UserException if the machine or the installation is at fault; no rows are made up for that
     */
    Chunk run(TrialBatch batch, WorkerLab lab, Saving saving) {
        if (batch.trials().size() == 1) {
            return single(batch, lab, saving);
        }
        BatchSink sink = new BatchSink(batch, task.results(), keptSeeds, meter);
        try {
            return run(batch, lab, new BatchCheckpoint(saving, sink, meter, interval), sink);
        } catch (Throwable e) {
            meter.abandoned(sink.completed(), sink.failed());
            endRun(e);
        }
        return oneByOne(batch, lab);
    }

    private Chunk run(TrialBatch batch, WorkerLab lab, BatchCheckpoint checkpoint, BatchSink sink) {
        lab.begin(checkpoint);
        task.run(batch, lab, sink);
        return sink.chunk();
    }

    private Chunk oneByOne(TrialBatch batch, WorkerLab lab) {
        Chunk chunk = new Chunk(batch);
        for (int i = 0; i < batch.trials().size(); i++) {
            Trial trial = batch.trials().get(i);
            try {
                chunk.add(single(new TrialBatch(batch.studySeed(), List.of(trial)), lab, Saving.NONE));
            } catch (StoppedException | BackendLostException e) {
                meter.abandoned(i, chunk.failedNetworks());
                throw e;
            }
        }
        return chunk;
    }

    private Chunk single(TrialBatch batch, WorkerLab lab, Saving saving) {
        BatchSink sink = new BatchSink(batch, task.results(), keptSeeds, meter);
        boolean resumed = false;
        try {
            BatchCheckpoint checkpoint = new BatchCheckpoint(saving, sink, meter, interval);
            resumed = checkpoint.isResumed();
            return run(batch, lab, checkpoint, sink);
        } catch (Throwable e) {
            meter.abandoned(sink.completed(), sink.failed());
            endRun(e);
            if (resumed) { // perhaps the task refuses what it saved, for a file that it reads has changed since
                saving.refused(reason(e));
                return single(batch, lab, saving);
            }
            meter.failed();
            Chunk chunk = new Chunk(batch);
            chunk.add(
                    batch.trials().getFirst(),
                    Status.FAILED,
                    new @Nullable Object[task.results().columns().size()],
                    reason(e));
            return chunk;
        }
    }

    /** Throws what ends the run; returns if the failure is that of a network. */
    private void endRun(Throwable thrown) {
        if (meter.isStopped()) {
            throw new StoppedException();
        }
        BackendLostException lost = RunEnd.lost(thrown);
        if (lost != null) {
            throw lost;
        }
        UserException end = RunEnd.of(thrown);
        if (end != null) {
            throw end;
        }
    }

    private static String reason(Throwable thrown) {
        String message = thrown.getMessage();
        return thrown instanceof RuntimeException && message != null ? message : thrown.toString();
    }
}
