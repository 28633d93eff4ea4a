package org.neuralredshift.tasks.learning;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.neuralredshift.api.data.Grid;
import org.neuralredshift.api.data.SampleSpec;
import org.neuralredshift.api.data.Samples;
import org.neuralredshift.api.data.Status;
import org.neuralredshift.api.learning.Examples;
import org.neuralredshift.api.metric.Measurement;
import org.neuralredshift.api.metric.MetricSelection;
import org.neuralredshift.api.metric.Probe;
import org.neuralredshift.api.parameter.Parameters;
import org.neuralredshift.api.task.Lab;
import org.neuralredshift.api.task.ResultSink;
import org.neuralredshift.api.task.Stages;
import org.neuralredshift.api.task.Trial;
import org.neuralredshift.tasks.learning.Rows.Measure;
import org.neuralredshift.tasks.learning.Rows.Subject;

/** The metrics of the study, of the first output of networks on the plane of a dataset. */
final class PlaneMetrics {
    private record Chosen(MetricSelection selection, Measure measure, Probe probe, SampleSpec spec) {}

    private final Grid grid;
    private final List<Chosen> metrics = new ArrayList<>();
    /** Of each specification that a metric or a kept function asks for: {@code [points, 2]}. */
    private final Map<SampleSpec, float[]> coordinates = new LinkedHashMap<>();

    private final Views views;
    private final Measurement measurement = new Measurement();

    /** @param shared parameters of all networks */
    PlaneMetrics(Parameters shared, Lab lab, Views views) {
        this.grid = Grid.uniform(shared.count(CommonParameters.GRID), 2);
        this.views = views;
        for (MetricSelection selection : lab.metrics()) {
            SampleSpec spec = selection.metric().sampling(grid, selection.parameters());
            Measure measure = new Measure(selection.name(), selection.variant(), selection.revision());
            metrics.add(new Chosen(selection, measure, lab.probe(selection, spec), spec));
            coordinates.computeIfAbsent(spec, SampleSpec::coordinates);
        }
    }

    /** How many points a network is evaluated at for the metrics. */
    long points() {
        return coordinates.keySet().stream().mapToLong(SampleSpec::points).sum();
    }

    /** How many points the functions that a study keeps have. */
    int keptPoints() {
        return grid.points();
    }

    /**
     * Networks on the plane.
     *
     * @param kept whether the study keeps one of their functions
     * @param networks as functions of {@code [points, features]}
     * @return for each specification {@code [networks, points, outputs]}
     */
    Map<SampleSpec, float[]> evaluate(Examples examples, boolean kept, UnaryOperator<float[]> networks) {
        Map<SampleSpec, float[]> outputs = new HashMap<>();
        metrics.forEach(chosen -> outputs.computeIfAbsent(chosen.spec(), spec -> on(examples, spec, networks)));
        if (kept) {
            outputs.computeIfAbsent(grid, spec -> on(examples, spec, networks));
        }
        return outputs;
    }

    private float[] on(Examples examples, SampleSpec spec, UnaryOperator<float[]> networks) {
        float[] points = coordinates.computeIfAbsent(spec, SampleSpec::coordinates);
        return networks.apply(examples.plane().inputs(points));
    }

    /** Writes a row for each metric of a network, and keeps its function if the study does. */
    void measure(Subject subject, Map<SampleSpec, float[]> outputs, int network, ResultSink out) {
        boolean keeps = out.keepsSamples(subject.trial());
        Rows rows = new Rows(out);
        for (Chosen chosen : metrics) {
            Samples samples = first(chosen.spec(), outputs, network);
            measurement.clear();
            measurement.status(samples.status());
            if (measurement.status() == Status.OK) {
                chosen.probe().measure(samples, measurement);
            }
            Status status = measurement.status();
            String reason = measurement.reason().orElseGet(() -> Rows.reason(status));
            rows.write(subject, chosen.measure(), measurement.value(), measurement.raw(), status, reason);
            double[] spectrum = measurement.spectrum();
            if (keeps && status == Status.OK && spectrum.length > 0) {
                out.spectrum(subject.trial(), Stages.label(chosen.selection().label(), subject.stage()), spectrum);
            }
        }
        if (keeps) {
            out.samples(subject.trial(), subject.stage(), first(grid, outputs, network));
        }
    }

    private Samples first(SampleSpec spec, Map<SampleSpec, float[]> outputs, int network) {
        return views.first(spec, Objects.requireNonNull(outputs.get(spec)), network);
    }

    /** Writes the same rows for a network that is no function. */
    void leaveOut(Subject subject, Status status, String reason, ResultSink out) {
        Rows rows = new Rows(out);
        metrics.forEach(chosen -> rows.write(subject, chosen.measure(), Double.NaN, Double.NaN, status, reason));
    }

    /**
     * Keeps what is to be learned, where the study keeps functions: at each point of the grid the first label of the nearest
     * example. Only of two inputs, for of more the plane of the metrics passes by all examples.
     */
    void keepTarget(Examples examples, List<Trial> trials, ResultSink out) {
        if (examples.features() != 2 || trials.stream().noneMatch(out::keepsSamples)) {
            return;
        }
        float[] values = Nearest.labels(examples, examples.plane().inputs(grid.coordinates()));
        Samples target = views.of(grid, values);
        trials.stream().filter(out::keepsSamples).forEach(trial -> out.samples(trial, Stages.TARGET, target));
    }
}
