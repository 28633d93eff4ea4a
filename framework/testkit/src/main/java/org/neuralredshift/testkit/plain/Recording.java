package org.neuralredshift.testkit.plain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.neuralredshift.api.data.Samples;
import org.neuralredshift.api.data.Status;
import org.neuralredshift.api.task.ResultSink;
import org.neuralredshift.api.task.Trial;

/** Keeps what a task reports. */
public final class Recording implements ResultSink {
    private final boolean keeps;
    private final int stopAfter;
    private final List<Line> lines = new ArrayList<>();
    private final Map<Long, String> samples = new LinkedHashMap<>();
    private final List<Long> completed = new ArrayList<>();
    private @Nullable Pending pending;

    /**
     * An empty record.
     *
     * @param keeps whether functions are kept
     * @param stopAfter how many trials are completed before the user stops the run
     */
    public Recording(boolean keeps, int stopAfter) {
        this.keeps = keeps;
        this.stopAfter = stopAfter;
    }

    /** The rows in order. */
    public List<Line> lines() {
        return lines;
    }

    /** The functions that were given to be kept, as text, by seed. */
    public Map<Long, String> samples() {
        return samples;
    }

    /** The seeds of the completed trials, in order. */
    public List<Long> completed() {
        return completed;
    }

    /** What a run throws when the user stops it. */
    public static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Stopped() {
            super("stopped");
        }
    }

    @Override
    public Row row(Trial trial, Status status) {
        if (pending != null) {
            throw new AssertionError("a second row is begun before the first one ends: call end()");
        }
        pending = new Pending(trial.seed(), status);
        return pending;
    }

    @Override
    public boolean keepsSamples(Trial trial) {
        return keeps;
    }

    @Override
    public void samples(Trial trial, String stage, Samples function) {
        samples.merge(trial.seed(), stage + Arrays.toString(function.values()), String::concat);
    }

    @Override
    public void spectrum(Trial trial, String metric, double[] amplitudes) {
        samples.merge(trial.seed(), metric + Arrays.toString(amplitudes), String::concat);
    }

    @Override
    public void completed(Trial trial) {
        if (pending != null) {
            throw new AssertionError("a trial is completed before its last row ends: call end()");
        }
        completed.add(trial.seed());
        if (completed.size() == stopAfter) {
            throw new Stopped();
        }
    }

    private final class Pending implements Row {
        private final long seed;
        private final Status status;
        private final Map<Integer, Object> values = new HashMap<>();
        private Optional<String> reason = Optional.empty();

        Pending(long seed, Status status) {
            this.seed = seed;
            this.status = status;
        }

        private Row put(int column, Object value) {
            values.put(column, value);
            return this;
        }

        @Override
        public Row set(int column, String value) {
            return put(column, value);
        }

        @Override
        public Row set(int column, long value) {
            return put(column, value);
        }

        @Override
        public Row set(int column, double value) {
            return put(column, value);
        }

        @Override
        public Row reason(String sentence) {
            reason = Optional.of(sentence);
            return this;
        }

        @Override
        public void end() {
            lines.add(new Line(seed, status, values, reason));
            pending = null;
        }
    }
}
