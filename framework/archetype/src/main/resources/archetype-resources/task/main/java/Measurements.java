package ${package};

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.neuralredshift.api.data.Grid;
import org.neuralredshift.api.data.SampleSpec;
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

/** Measures the sums of one batch with every metric of the study, sampled where the metric wants it. */
final class Measurements implements AutoCloseable {
    private record Measure(MetricSelection metric, Probe probe, Sum sum) {}

    private final Map<SampleSpec, Sum> sums = new LinkedHashMap<>();
    private final List<Measure> measures = new ArrayList<>();
    private final Sum onGrid;
    private final Measurement measurement = new Measurement();

    Measurements(TrialBatch batch, Lab lab) {
        Parameters shared = batch.shared();
        RandomNetwork network = RandomNetwork.of(shared, lab::activation, lab::layer);
        Grid grid = Grid.uniform(shared.count(${className}.GRID), 2);
        try {
            for (MetricSelection metric : lab.metrics()) {
                SampleSpec spec = metric.metric().sampling(grid, metric.parameters());
                Sum sum = sums.computeIfAbsent(spec, where -> new Sum(where, network, batch, lab));
                measures.add(new Measure(metric, lab.probe(metric, spec), sum));
            }
            this.onGrid = sums.computeIfAbsent(grid, where -> new Sum(where, network, batch, lab));
        } catch (RuntimeException | Error e) {
            close();
            throw e;
        }
    }

    void report(Trial trial, ResultSink out) {
        sums.values().forEach(sum -> sum.evaluate(trial));
        for (Measure measure : measures) {
            measurement.clear();
            measurement.status(measure.sum().samples().status());
            if (measurement.status() == Status.OK) {
                measure.probe().measure(measure.sum().samples(), measurement);
            }
            ResultSink.Row row = out.row(trial, measurement.status())
                    .set(${className}.METRIC, measure.metric().name())
                    .set(${className}.VARIANT, measure.metric().variant())
                    .set(${className}.VALUE, measurement.value());
            if (measurement.status() != Status.OK) {
                row.reason(measurement.reason().orElse("the samples of the sum have no shape to measure"));
            }
            row.end();
        }
        if (out.keepsSamples(trial)) {
            out.samples(trial, onGrid.samples());
        }
        out.completed(trial);
    }

    @Override
    public void close() {
        sums.values().forEach(Sum::close);
    }
}
