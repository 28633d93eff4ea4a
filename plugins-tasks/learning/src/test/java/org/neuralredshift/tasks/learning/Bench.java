package org.neuralredshift.tasks.learning;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.neuralredshift.api.compute.Backend;
import org.neuralredshift.api.data.Memory;
import org.neuralredshift.api.data.SampleSpec;
import org.neuralredshift.api.data.Samples;
import org.neuralredshift.api.data.Status;
import org.neuralredshift.api.learning.Dataset;
import org.neuralredshift.api.metric.MetricSelection;
import org.neuralredshift.api.metric.Probe;
import org.neuralredshift.api.network.Activation;
import org.neuralredshift.api.network.Layer;
import org.neuralredshift.api.task.Cell;
import org.neuralredshift.api.task.Checkpoint;
import org.neuralredshift.api.task.Lab;
import org.neuralredshift.api.task.ResultSchema;
import org.neuralredshift.api.task.ResultSink;
import org.neuralredshift.api.task.Task;
import org.neuralredshift.api.task.Trial;
import org.neuralredshift.api.task.TrialBatch;
import org.neuralredshift.backends.reference.ReferenceBackend;
import org.neuralredshift.metrics.variation.DirichletMetric;

/** Runs a task and keeps what it writes. Metric: dirichlet; backend: reference. */
final class Bench implements Lab, ResultSink {
    /** A row; the name is that by which studies know it. */
    record Written(Trial trial, String name, double value, long step, Status status, String reason) {}

    /** Where a run was stopped. */
    static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private static final long STUDY_SEED = 5;

    private final Shipped shipped = new Shipped();
    private final Memory memory;
    private final ResultSchema results;
    private final int stopAt;
    private final Optional<byte[]> before;
    private final List<Written> rows = new ArrayList<>();
    private int asked;
    private byte[] saved = new byte[0];

    private Bench(Task task, Memory memory, int stopAt, Optional<byte[]> before) {
        this.results = task.results();
        this.memory = memory;
        this.stopAt = stopAt;
        this.before = before;
    }

    /** What a run left. */
    record Run(List<Written> rows, byte[] saved) {
        /** The rows of a trial. */
        List<Written> of(Trial trial) {
            return rows.stream().filter(row -> row.trial().equals(trial)).toList();
        }

        /** The only row of a name, of a trial. */
        Written row(Trial trial, String name) {
            List<Written> found =
                    of(trial).stream().filter(row -> row.name().equals(name)).toList();
            if (found.size() != 1) {
                throw new AssertionError(found.size() + " rows of " + name + " among "
                        + of(trial).stream().map(Written::name).collect(Collectors.joining(", ")));
            }
            return found.getFirst();
        }

        List<Written> matching(Predicate<Written> wanted) {
            return rows.stream().filter(wanted).toList();
        }
    }

    /** A trial with these parameters. */
    static Trial trial(Task task, long seed, Map<String, ?> given) {
        return new Trial(new Cell("cell " + given, task.parameters().resolve(given)), seed);
    }

    /** The same with some parameters changed. */
    static Map<String, Object> with(Map<String, ?> given, Object... changes) {
        Map<String, Object> all = new HashMap<>(given);
        for (int i = 0; i < changes.length; i += 2) {
            all.put((String) changes[i], changes[i + 1]);
        }
        return all;
    }

    static Run run(Task task, Trial... trials) {
        return run(task, Integer.MAX_VALUE, Optional.empty(), trials);
    }

    /**
     * Runs trials in one batch, checked before; memory that leaks fails the test.
     *
     * @param stopAt the checkpoint, from 1 on, after which the run is stopped
     * @param before what an interrupted run saved
     */
    static Run run(Task task, int stopAt, Optional<byte[]> before, Trial... trials) {
        try (Memory memory = Memory.open()) {
            Bench bench = new Bench(task, memory, stopAt, before);
            for (Trial trial : trials) {
                task.check(trial.cell().parameters(), STUDY_SEED, bench);
            }
            try {
                task.run(new TrialBatch(STUDY_SEED, List.of(trials)), bench, bench);
            } catch (Stopped _) {
                return new Run(bench.rows, bench.saved);
            }
            return new Run(bench.rows, bench.saved);
        }
    }

    @Override
    public Activation activation(String id) {
        return shipped.activation(id);
    }

    @Override
    public Layer layer(String id) {
        return shipped.layer(id);
    }

    @Override
    public Dataset dataset(String id) {
        return shipped.dataset(id);
    }

    @Override
    public List<MetricSelection> metrics() {
        DirichletMetric metric = new DirichletMetric();
        return List.of(new MetricSelection(metric, metric.parameters().defaults()));
    }

    @Override
    public Probe probe(MetricSelection metric, SampleSpec spec) {
        return metric.metric().prepare(spec, metric.parameters());
    }

    @Override
    public Backend backend() {
        return new ReferenceBackend();
    }

    @Override
    public Memory memory() {
        return memory;
    }

    @Override
    public Checkpoint checkpoint() {
        return new Checkpoint() {
            @Override
            public Optional<byte[]> saved() {
                return before;
            }

            @Override
            public boolean isDue() {
                return ++asked == stopAt;
            }

            @Override
            public void save(byte[] state) {
                saved = state;
                throw new Stopped();
            }
        };
    }

    @Override
    public boolean keepsSamples(Trial trial) {
        return false;
    }

    @Override
    public void samples(Trial trial, String stage, Samples function) {
        throw new AssertionError("nobody keeps samples");
    }

    @Override
    public void spectrum(Trial trial, String metric, double[] amplitudes) {
        throw new AssertionError("nobody keeps spectra");
    }

    @Override
    public void completed(Trial trial) {}

    @Override
    public Row row(Trial trial, Status status) {
        return new PendingRow(trial, status);
    }

    private final class PendingRow implements Row {
        private final Trial trial;
        private final Status status;
        private final Map<Integer, Object> values = new HashMap<>();
        private String sentence = "";

        PendingRow(Trial trial, Status status) {
            this.trial = trial;
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
        public Row reason(String reason) {
            sentence = reason;
            return this;
        }

        private Object at(String column) {
            return values.getOrDefault(results.index(column), "");
        }

        @Override
        public void end() {
            String name = at("metric") + "@" + at("stage");
            rows.add(new Written(trial, name, (Double) at("value"), (Long) at("step"), status, sentence));
        }
    }
}
