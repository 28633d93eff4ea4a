package org.neuralredshift.engine.run;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.neuralredshift.api.data.Status;
import org.neuralredshift.api.task.Task;
import org.neuralredshift.api.task.Trial;
import org.neuralredshift.api.task.TrialBatch;
import org.neuralredshift.engine.store.Chunk;
import org.neuralredshift.engine.study.Plan;

/** Runs one batch after another; a batch that fails becomes rows that say why. */
final class BatchRunner {
    private final Task task;
    private final Set<Long> keptSeeds;
    private final ProgressMeter meter;

    BatchRunner(Plan plan, ProgressMeter meter) {
        this.task = plan.resolved().task();
        this.keptSeeds =
                new HashSet<>(plan.study().seeds().subList(0, plan.study().keepSamples()));
        this.meter = meter;
    }

    /**
     * The results of a batch.
     *
     * @throws StoppedException if the run was stopped on the way
     */
    Chunk run(TrialBatch batch, WorkerLab lab) {
        BatchSink sink = new BatchSink(batch, task.results(), keptSeeds, meter);
        try {
            task.run(batch, lab, sink);
            return sink.chunk();
        } catch (Throwable e) {
            if (meter.isStopped()) {
                meter.abandoned(sink.completed());
                throw new StoppedException();
            }
            meter.failed(batch.trials().size(), sink.completed());
            return failed(batch, reason(e));
        }
    }

    private Chunk failed(TrialBatch batch, String reason) {
        Chunk chunk = new Chunk(batch);
        @Nullable Object[] none = new Object[task.results().columns().size()];
        for (Trial trial : batch.trials()) {
            chunk.add(trial, Status.FAILED, none, reason);
        }
        return chunk;
    }

    private static String reason(Throwable thrown) {
        String message = thrown.getMessage();
        return thrown instanceof RuntimeException && message != null ? message : thrown.toString();
    }
}
