package org.neuralredshift.engine;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import org.neuralredshift.api.Description;
import org.neuralredshift.api.data.Grid;
import org.neuralredshift.api.data.Samples;
import org.neuralredshift.api.data.Status;
import org.neuralredshift.api.metric.Measurement;
import org.neuralredshift.api.metric.MetricSelection;
import org.neuralredshift.api.parameter.InvalidParameterException;
import org.neuralredshift.api.parameter.Origin;
import org.neuralredshift.api.parameter.Parameter;
import org.neuralredshift.api.parameter.ParameterSchema;
import org.neuralredshift.api.parameter.Parameters;
import org.neuralredshift.api.task.Extensions;
import org.neuralredshift.api.task.Lab;
import org.neuralredshift.api.task.Quantity;
import org.neuralredshift.api.task.ResultSchema;
import org.neuralredshift.api.task.ResultSchema.Column;
import org.neuralredshift.api.task.ResultSchema.Type;
import org.neuralredshift.api.task.ResultSink;
import org.neuralredshift.api.task.Stages;
import org.neuralredshift.api.task.Task;
import org.neuralredshift.api.task.Trial;
import org.neuralredshift.api.task.TrialBatch;

/**
 * A task of many steps whose slope h climbs to 2 magnitude (seed + 1) by h <- h / 2 + magnitude (seed + 1), from the prefactor
 * on. It measures the plane h (x1 + x2) + seed and the height h itself at the start, after {@code early} steps and at the end,
 * one stage of all networks after another, and saves its heights whenever that is due.
 *
 * @param onStep told before each step; may end the run
 */
public record Climbs(IntConsumer onStep) implements Task {
    @Override
    public String id() {
        return "climbs";
    }

    @Override
    public int revision() {
        return 4;
    }

    @Override
    public Description description() {
        return Description.of("climbs in steps");
    }

    @Override
    public ParameterSchema parameters() {
        return ParameterSchema.of(
                Parameter.extension("activation", "activation", "relu", Origin.PAPER, "not used"),
                Parameter.real("magnitude", 1, Origin.PAPER, 0, 1e38, "", "slope")
                        .atRunTime(),
                Parameter.real("prefactor", 1, Origin.PAPER, 0, 1e38, "", "first height")
                        .atRunTime(),
                Parameter.integer("steps", 20, Origin.ASSUMED, 0, 1000, "", "how many"),
                Parameter.integer("early", 5, Origin.ASSUMED, 0, 1000, "", "a stage between"),
                Parameter.flag("named", false, Origin.ASSUMED, "call the stage between warm, not by its number"),
                Parameter.integer("grid", 4, Origin.ASSUMED, 2, 4096, "points", "points per axis"));
    }

    @Override
    public ResultSchema results() {
        return ResultSchema.of(
                new Column("metric", Type.TEXT, "", "label"),
                new Column("variant", Type.TEXT, "", "empty"),
                new Column("value", Type.REAL, "", "measured"),
                new Column(Stages.COLUMN, Type.TEXT, "", "when"));
    }

    @Override
    public List<Quantity> quantities(Parameters parameters, Extensions extensions) {
        return List.of(
                new Quantity("height", "m", "of the slope"), new Quantity("test-accuracy", "", "a share, 0 to 1"));
    }

    @Override
    public List<String> stages(Parameters parameters) {
        if (parameters.integer("early") > parameters.integer("steps")) {
            throw new InvalidParameterException("early", parameters.get("early"), "at most the number of steps");
        }
        return List.of(Stages.INITIAL, between(parameters), Stages.FINAL);
    }

    private static String between(Parameters parameters) {
        return parameters.flag("named") ? "warm" : Long.toString(parameters.integer("early"));
    }

    @Override
    public void run(TrialBatch batch, Lab lab, ResultSink out) {
        int steps = batch.shared().count("steps");
        double[] heights = batch.trials().stream()
                .mapToDouble(trial -> trial.cell().parameters().real("prefactor"))
                .toArray();
        int first = 0;
        if (lab.checkpoint().saved().orElse(new byte[0]) instanceof byte[] saved && saved.length > 0) {
            ByteBuffer bytes = ByteBuffer.wrap(saved);
            first = bytes.getInt();
            Arrays.setAll(heights, i -> bytes.getDouble());
        } else {
            measure(batch, lab, out, Stages.INITIAL, heights);
        }
        for (int step = first; step < steps; step++) {
            onStep.accept(step);
            for (int i = 0; i < heights.length; i++) {
                Trial trial = batch.trials().get(i);
                heights[i] = heights[i] / 2 + trial.cell().parameters().real("magnitude") * (trial.seed() + 1);
            }
            if (step + 1 == batch.shared().count("early")) {
                measure(batch, lab, out, between(batch.shared()), heights);
            }
            if (lab.checkpoint().isDue()) {
                ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES + heights.length * Double.BYTES)
                        .putInt(step + 1);
                Arrays.stream(heights).forEach(bytes::putDouble);
                lab.checkpoint().save(bytes.array());
            }
        }
        measure(batch, lab, out, Stages.FINAL, heights);
        batch.trials().forEach(out::completed);
    }

    private static void measure(TrialBatch batch, Lab lab, ResultSink out, String stage, double[] heights) {
        Grid grid = Grid.uniform(batch.shared().count("grid"), 2);
        float[] x = grid.coordinates();
        Samples samples = new Samples(grid);
        Measurement measurement = new Measurement();
        for (int i = 0; i < heights.length; i++) {
            Trial trial = batch.trials().get(i);
            for (int p = 0; p < grid.points(); p++) {
                samples.values()[p] = (float) (heights[i] * (x[2 * p] + x[2 * p + 1]) + trial.seed());
            }
            for (MetricSelection metric : lab.metrics()) {
                measurement.clear();
                lab.probe(metric, grid).measure(samples, measurement);
                write(out, trial, metric.label(), stage, measurement.value());
            }
            write(out, trial, "height", stage, heights[i]);
            write(out, trial, "test-accuracy", stage, heights[i] / (1 + Math.abs(heights[i])));
            if (out.keepsSamples(trial)) {
                out.samples(trial, stage, samples);
                out.spectrum(trial, Stages.label("fourier", stage), new double[] {heights[i], 1});
            }
        }
    }

    private static void write(ResultSink out, Trial trial, String label, String stage, double value) {
        out.row(trial, Status.OK).set(0, label).set(2, value).set(3, stage).end();
    }
}
