package org.neuralredshift.engine.run;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.neuralredshift.api.data.Samples;
import org.neuralredshift.api.data.Status;
import org.neuralredshift.api.task.ResultSchema;
import org.neuralredshift.api.task.ResultSchema.Type;
import org.neuralredshift.api.task.ResultSink;
import org.neuralredshift.api.task.Trial;
import org.neuralredshift.api.task.TrialBatch;
import org.neuralredshift.engine.store.Chunk;
import org.neuralredshift.engine.store.SavedBatch;

/** Gathers the results of one batch, and holds the task to its contract. */
final class BatchSink implements ResultSink {
    private final TrialBatch batch;
    private final List<ResultSchema.Column> columns;
    private final Set<Long> keptSeeds;
    private final ProgressMeter meter;
    private final Chunk chunk;
    private final Set<Trial> completed = new LinkedHashSet<>();
    private final Set<Trial> failed = new HashSet<>();

    BatchSink(TrialBatch batch, ResultSchema results, Set<Long> keptSeeds, ProgressMeter meter) {
        this.batch = batch;
        this.columns = results.columns();
        this.keptSeeds = keptSeeds;
        this.meter = meter;
        this.chunk = new Chunk(batch);
    }

    /**
     * What was gathered.
     *
     * @throws IllegalStateException if rows are missing, or are of no network of the batch
     */
    Chunk chunk() {
        if (completed.size() != batch.trials().size()) {
            throw new IllegalStateException("the task completed " + completed.size() + " of "
                    + batch.trials().size() + " networks and said nothing of the others");
        }
        Chunk ordered = chunk.inOrder();
        if (!ordered.trials().equals(batch.trials())) {
            throw new IllegalStateException("the task wrote no row of some networks of its batch");
        }
        return ordered;
    }

    /** Takes what an interrupted run had gathered. */
    void restore(SavedBatch saved) {
        chunk.add(saved.chunk());
        saved.chunk().failedTrials().forEach(failed::add);
        saved.completed().forEach(this::count);
    }

    /** What was gathered so far, with what the task needs to go on. */
    SavedBatch saved(byte[] state) {
        return new SavedBatch(chunk, completed, state);
    }

    /** How many networks this batch has reported. */
    int completed() {
        return completed.size();
    }

    /** How many of those have a row that says failed. */
    int failed() {
        return (int) failed.stream().filter(completed::contains).count();
    }

    @Override
    public Row row(Trial trial, Status status) {
        return new PendingRow(trial, status);
    }

    @Override
    public boolean keepsSamples(Trial trial) {
        return keptSeeds.contains(trial.seed());
    }

    @Override
    public void samples(Trial trial, String stage, Samples function) {
        chunk.add(trial, stage, function);
    }

    @Override
    public void spectrum(Trial trial, String metric, double[] amplitudes) {
        chunk.add(trial, metric, amplitudes);
    }

    @Override
    public void completed(Trial trial) {
        count(trial);
        if (meter.isStopped()) {
            throw new StoppedException();
        }
    }

    private void count(Trial trial) {
        if (completed.add(trial)) {
            if (failed.contains(trial)) {
                meter.failed();
            } else {
                meter.completed();
            }
        }
    }

    private final class PendingRow implements Row {
        private final Trial trial;
        private final Status status;
        private final @Nullable Object[] values = new Object[columns.size()];
        private @Nullable String reason;

        PendingRow(Trial trial, Status status) {
            this.trial = trial;
            this.status = status;
        }

        @Override
        public Row set(int column, String value) {
            return put(column, Type.TEXT, value);
        }

        @Override
        public Row set(int column, long value) {
            return put(column, Type.INTEGER, value);
        }

        @Override
        public Row set(int column, double value) {
            return put(column, Type.REAL, Double.isNaN(value) ? null : value);
        }

        @Override
        public Row reason(String sentence) {
            reason = sentence;
            return this;
        }

        @Override
        public void end() {
            chunk.add(trial, status, values, reason);
            if (status == Status.FAILED) {
                failed.add(trial);
            }
        }

        private Row put(int column, Type type, @Nullable Object value) {
            ResultSchema.Column declared = columns.get(column);
            if (declared.type() != type) {
                throw new IllegalArgumentException(
                        "the column " + declared.name() + " is " + declared.type() + ", but got " + type);
            }
            values[column] = value;
            return this;
        }
    }
}
