package org.neuralredshift.tasks.functions;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.neuralredshift.api.data.Grid;
import org.neuralredshift.api.data.SampleSpec;
import org.neuralredshift.api.data.Samples;
import org.neuralredshift.api.data.Status;
import org.neuralredshift.api.metric.Measurement;
import org.neuralredshift.api.metric.MetricGraph;
import org.neuralredshift.api.metric.MetricSelection;
import org.neuralredshift.api.metric.Probe;
import org.neuralredshift.api.parameter.Parameters;
import org.neuralredshift.api.task.Lab;
import org.neuralredshift.api.task.ResultSink;
import org.neuralredshift.api.task.Trial;
import org.neuralredshift.api.task.TrialBatch;

/**
 * One batch: the networks are evaluated once per place where a metric, or the study, wants them sampled. Metrics that this run
 * measures on the backend are part of the program that evaluates; samples leave the backend only where a probe, or the study,
 * wants them.
 */
final class Experiment implements AutoCloseable {
    /** A metric at work, with the words that name it in every row: they are put together once. */
    private record Measure(
            String label, String name, String variant, int revision, Evaluator evaluator, Reader reader) {
        Measure(MetricSelection selection, Evaluator evaluator, Reader reader) {
            this(selection.label(), selection.name(), selection.variant(), selection.revision(), evaluator, reader);
        }
    }

    /** A metric before there is anything that evaluates. */
    private record Planned(MetricSelection selection, Site site, Reader reader) {}

    /** Measures the function that an evaluator has moved to, which has a shape. */
    private interface Reader {
        void measure(Evaluator evaluator, Measurement out);
    }

    private final TrialBatch batch;
    private final ResultSink out;
    private final Grid grid;
    private final Map<SampleSpec, Evaluator> evaluators = new LinkedHashMap<>();
    private final List<Measure> measures = new ArrayList<>();
    private final Measurement measurement = new Measurement();

    Experiment(TrialBatch batch, Lab lab, ResultSink out) {
        this.batch = batch;
        this.out = out;
        Parameters shared = batch.shared();
        this.grid = Grid.uniform(shared.count("grid"), 2);
        boolean onBackend = shared.text(RandomFunctions.FUNCTION).equals(RandomFunctions.NETWORK);
        Map<SampleSpec, Site> sites = new LinkedHashMap<>();
        List<Planned> planned = new ArrayList<>();
        for (MetricSelection selection : lab.metrics()) {
            SampleSpec spec = selection.metric().sampling(grid, selection.parameters());
            Site site = sites.computeIfAbsent(spec, Site::new);
            Optional<MetricGraph> graph = onBackend ? lab.graph(selection, spec) : Optional.empty();
            Reader reader = graph.isPresent() ? program(site, graph.get()) : probe(site, selection, lab);
            planned.add(new Planned(selection, site, reader));
        }
        if (batch.trials().stream().anyMatch(out::keepsSamples)) {
            sites.computeIfAbsent(grid, Site::new).keepSamples();
        }
        try {
            FunctionSources sources = FunctionSources.of(batch, lab);
            sites.forEach((spec, site) -> evaluators.put(spec, sources.open(site)));
        } catch (RuntimeException | Error e) {
            close();
            throw e;
        }
        for (Planned each : planned) {
            measures.add(new Measure(each.selection(), evaluator(each.site().spec()), each.reader()));
        }
    }

    private static Reader program(Site site, MetricGraph graph) {
        int number = site.add(graph);
        return (evaluator, out) -> evaluator.measure(number, out);
    }

    private static Reader probe(Site site, MetricSelection selection, Lab lab) {
        site.addProbe();
        Probe probe = lab.probe(selection, site.spec());
        return (evaluator, out) -> probe.measure(evaluator.samples(), out);
    }

    private Evaluator evaluator(SampleSpec spec) {
        return Objects.requireNonNull(evaluators.get(spec));
    }

    void run() {
        List<Trial> trials = batch.trials();
        int size =
                evaluators.values().stream().mapToInt(Evaluator::capacity).min().orElse(trials.size());
        for (int from = 0; from < trials.size(); from += size) {
            List<Trial> some = trials.subList(from, Math.min(trials.size(), from + size));
            boolean keeps = some.stream().anyMatch(out::keepsSamples);
            for (Evaluator evaluator : evaluators.values()) {
                if (keeps || evaluator.isMeasured()) {
                    evaluator.evaluate(some);
                }
            }
            for (int network = 0; network < some.size(); network++) {
                report(some.get(network), network);
            }
        }
    }

    private void report(Trial trial, int network) {
        boolean keeps = out.keepsSamples(trial);
        evaluators.values().forEach(evaluator -> evaluator.select(network));
        for (Measure measure : measures) {
            measurement.clear();
            measurement.status(measure.evaluator().status());
            if (measurement.status() == Status.OK) {
                measure.reader().measure(measure.evaluator(), measurement);
            }
            write(trial, measure);
            if (keeps && measurement.status() == Status.OK) {
                keepSpectrum(trial, measure);
            }
        }
        if (keeps) {
            out.samples(trial, evaluator(grid).samples());
        }
        out.completed(trial);
    }

    private void keepSpectrum(Trial trial, Measure measure) {
        double[] amplitudes = measurement.spectrum();
        if (amplitudes.length > 0) {
            out.spectrum(trial, measure.label(), amplitudes);
        }
    }

    private void write(Trial trial, Measure measure) {
        ResultSink.Row row = out.row(trial, measurement.status())
                .set(RandomFunctions.METRIC, measure.name())
                .set(RandomFunctions.VARIANT, measure.variant())
                .set(RandomFunctions.REVISION, measure.revision())
                .set(RandomFunctions.VALUE, measurement.value())
                .set(RandomFunctions.RAW, measurement.raw());
        if (measurement.status() != Status.OK) {
            row.reason(measurement.reason().orElseGet(() -> reason(measurement.status())));
        }
        row.end();
    }

    private static String reason(Status status) {
        return switch (status) {
            case OK -> "";
            case CONSTANT -> "every sample has the same value";
            case ROUNDING_NOISE ->
                "the range is below " + Samples.ROUNDING_NOISE + " of the largest value: float32 rounding";
            case OVERFLOW -> "a sample is NaN or infinite";
            case DIVERGED, NOT_FITTED, FAILED -> "the metric could not measure this function";
        };
    }

    @Override
    public void close() {
        evaluators.values().forEach(Evaluator::close);
    }
}
