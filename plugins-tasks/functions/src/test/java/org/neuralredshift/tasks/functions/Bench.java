package org.neuralredshift.tasks.functions;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.neuralredshift.activations.Relu;
import org.neuralredshift.activations.Sigmoid;
import org.neuralredshift.activations.Tanh;
import org.neuralredshift.api.compute.Backend;
import org.neuralredshift.api.data.Memory;
import org.neuralredshift.api.data.SampleSpec;
import org.neuralredshift.api.data.Samples;
import org.neuralredshift.api.data.Status;
import org.neuralredshift.api.learning.Dataset;
import org.neuralredshift.api.metric.Metric;
import org.neuralredshift.api.metric.MetricGraph;
import org.neuralredshift.api.metric.MetricSelection;
import org.neuralredshift.api.metric.Probe;
import org.neuralredshift.api.network.Activation;
import org.neuralredshift.api.network.Layer;
import org.neuralredshift.api.task.Cell;
import org.neuralredshift.api.task.Lab;
import org.neuralredshift.api.task.ResultSink;
import org.neuralredshift.api.task.Trial;
import org.neuralredshift.api.task.TrialBatch;
import org.neuralredshift.layers.Dense;

/** Runs the task as the host does, in memory, and keeps what it reports. */
final class Bench implements Lab, ResultSink {
    static final long STUDY_SEED = 7;

    /** One row. */
    record Line(long seed, Status status, Map<Integer, Object> columns, String reason) {
        String metric() {
            return columns.get(RandomFunctions.METRIC) + ":" + columns.get(RandomFunctions.VARIANT);
        }

        double value() {
            return (Double) columns.getOrDefault(RandomFunctions.VALUE, Double.NaN);
        }
    }

    private final Backend backend;
    private final List<MetricSelection> metrics;
    private final boolean keeps;
    private boolean onBackend;
    private final Memory memory = Memory.open();
    private final List<Line> lines = new ArrayList<>();
    private final Map<Long, float[]> samples = new LinkedHashMap<>();
    private final Map<String, double[]> spectra = new LinkedHashMap<>();
    private final List<Long> completed = new ArrayList<>();

    Bench(Backend backend, boolean keeps, Metric... metrics) {
        this.backend = backend;
        this.keeps = keeps;
        this.metrics = List.of(metrics).stream()
                .map(metric -> new MetricSelection(metric, metric.parameters().defaults()))
                .toList();
    }

    /** Metrics that can measure on the backend do. */
    Bench onBackend() {
        onBackend = true;
        return this;
    }

    /** Runs networks of the seeds 0, 1, ... of one cell, and checks that nothing leaks. */
    Bench run(long seeds, Map<String, Object> parameters) {
        RandomFunctions task = new RandomFunctions();
        Cell cell = new Cell("cell", task.parameters().resolve(new HashMap<>(parameters)));
        List<Trial> trials = LongStream.range(0, seeds)
                .mapToObj(seed -> new Trial(cell, seed))
                .toList();
        try (memory) {
            task.run(new TrialBatch(STUDY_SEED, trials), this, this);
        }
        return this;
    }

    List<Line> lines() {
        return lines;
    }

    Map<Long, float[]> samples() {
        return samples;
    }

    /** By label and seed. */
    Map<String, double[]> spectra() {
        return spectra;
    }

    List<Long> completed() {
        return completed;
    }

    @Override
    public Activation activation(String id) {
        return switch (id) {
            case "relu" -> new Relu();
            case "tanh" -> new Tanh();
            case "sigmoid" -> new Sigmoid();
            default -> throw new IllegalArgumentException(id);
        };
    }

    @Override
    public Layer layer(String id) {
        return new Dense();
    }

    @Override
    public Dataset dataset(String id) {
        throw new IllegalArgumentException(id);
    }

    @Override
    public List<MetricSelection> metrics() {
        return metrics;
    }

    @Override
    public Probe probe(MetricSelection metric, SampleSpec spec) {
        return metric.metric().prepare(spec, metric.parameters());
    }

    @Override
    public Optional<MetricGraph> graph(MetricSelection metric, SampleSpec spec) {
        return onBackend ? metric.graph(spec, backend) : Optional.empty();
    }

    @Override
    public Backend backend() {
        return backend;
    }

    @Override
    public Memory memory() {
        return memory;
    }

    @Override
    public Row row(Trial trial, Status status) {
        return new Pending(trial, status);
    }

    @Override
    public boolean keepsSamples(Trial trial) {
        return keeps;
    }

    @Override
    public void samples(Trial trial, String stage, Samples function) {
        samples.put(trial.seed(), function.values().clone());
    }

    @Override
    public void spectrum(Trial trial, String metric, double[] amplitudes) {
        spectra.put(metric + " " + trial.seed(), amplitudes.clone());
    }

    @Override
    public void completed(Trial trial) {
        completed.add(trial.seed());
    }

    private final class Pending implements Row {
        private final Trial trial;
        private final Status status;
        private final Map<Integer, Object> columns = new HashMap<>();
        private String reason = "";

        Pending(Trial trial, Status status) {
            this.trial = trial;
            this.status = status;
        }

        @Override
        public Row set(int column, String value) {
            columns.put(column, value);
            return this;
        }

        @Override
        public Row set(int column, long value) {
            columns.put(column, value);
            return this;
        }

        @Override
        public Row set(int column, double value) {
            columns.put(column, value);
            return this;
        }

        @Override
        public Row reason(String sentence) {
            reason = sentence;
            return this;
        }

        @Override
        public void end() {
            lines.add(new Line(trial.seed(), status, columns, reason));
        }
    }
}
