package org.neuralredshift.tasks.functions;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.neuralredshift.api.data.Grid;
import org.neuralredshift.api.data.SampleSpec;
import org.neuralredshift.api.data.Samples;
import org.neuralredshift.api.data.Status;
import org.neuralredshift.api.metric.Measurement;
import org.neuralredshift.api.metric.MetricSelection;
import org.neuralredshift.api.metric.Probe;
import org.neuralredshift.api.network.RandomNetwork;
import org.neuralredshift.api.parameter.Parameters;
import org.neuralredshift.api.task.Lab;
import org.neuralredshift.api.task.ResultSink;
import org.neuralredshift.api.task.Trial;
import org.neuralredshift.api.task.TrialBatch;

/** One batch: the networks are evaluated once per place where a metric, or the study, wants them sampled. */
final class Experiment implements AutoCloseable {
    /** A metric at work, with the words that name it in every row: they are put together once. */
    private record Measure(String label, String name, String variant, int revision, Probe probe, Evaluator evaluator) {
        Measure(MetricSelection selection, Probe probe, Evaluator evaluator) {
            this(selection.label(), selection.name(), selection.variant(), selection.revision(), probe, evaluator);
        }
    }

    private final TrialBatch batch;
    private final Evaluator onGrid;
    private final Map<SampleSpec, Evaluator> evaluators = new LinkedHashMap<>();
    private final List<Measure> measures = new ArrayList<>();
    private final Measurement measurement = new Measurement();

    Experiment(TrialBatch batch, Lab lab) {
        this.batch = batch;
        Parameters shared = batch.shared();
        Grid grid = Grid.uniform(shared.count("grid"), 2);
        Function<SampleSpec, FunctionSource> source = source(shared, batch, lab);
        try {
            for (MetricSelection selection : lab.metrics()) {
                SampleSpec spec = selection.metric().sampling(grid, selection.parameters());
                Evaluator evaluator = evaluator(spec, source, lab);
                measures.add(new Measure(selection, lab.probe(selection, spec), evaluator));
                evaluator.measured();
            }
            this.onGrid = evaluator(grid, source, lab);
        } catch (RuntimeException | Error e) {
            close();
            throw e;
        }
    }

    private static Function<SampleSpec, FunctionSource> source(Parameters shared, TrialBatch batch, Lab lab) {
        String function = shared.text(RandomFunctions.FUNCTION);
        if (!function.equals(RandomFunctions.NETWORK)) {
            NullFunction nullFunction = NullFunction.of(function);
            return spec -> new NullSource(spec, nullFunction, batch);
        }
        RandomNetwork network = RandomNetwork.of(shared, lab::activation, lab::layer);
        return spec -> new NetworkSource(spec, network, batch, lab);
    }

    private Evaluator evaluator(SampleSpec spec, Function<SampleSpec, FunctionSource> source, Lab lab) {
        return evaluators.computeIfAbsent(spec, s -> new Evaluator(s, source.apply(s), lab.memory()));
    }

    void run(ResultSink out) {
        int size =
                evaluators.values().stream().mapToInt(Evaluator::capacity).min().orElseThrow();
        List<Trial> trials = batch.trials();
        for (int from = 0; from < trials.size(); from += size) {
            List<Trial> some = trials.subList(from, Math.min(trials.size(), from + size));
            for (Evaluator evaluator : evaluators.values()) {
                if (evaluator.isMeasured() || some.stream().anyMatch(out::keepsSamples)) {
                    evaluator.evaluate(some);
                }
            }
            for (int network = 0; network < some.size(); network++) {
                report(some.get(network), network, out);
            }
        }
    }

    private void report(Trial trial, int network, ResultSink out) {
        boolean keeps = out.keepsSamples(trial);
        evaluators.values().forEach(evaluator -> evaluator.select(network));
        for (Measure measure : measures) {
            Samples samples = measure.evaluator().samples();
            measurement.clear();
            measurement.status(measure.evaluator().status());
            if (measurement.status() == Status.OK) {
                measure.probe().measure(samples, measurement);
            }
            write(trial, measure, out);
            if (keeps && measurement.status() == Status.OK) {
                keepSpectrum(trial, measure, out);
            }
        }
        if (keeps) {
            out.samples(trial, onGrid.samples());
        }
        out.completed(trial);
    }

    private void keepSpectrum(Trial trial, Measure measure, ResultSink out) {
        double[] amplitudes = measurement.spectrum();
        if (amplitudes.length > 0) {
            out.spectrum(trial, measure.label(), amplitudes);
        }
    }

    private void write(Trial trial, Measure measure, ResultSink out) {
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
