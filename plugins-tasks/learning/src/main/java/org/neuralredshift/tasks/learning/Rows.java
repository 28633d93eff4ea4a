package org.neuralredshift.tasks.learning;

import org.neuralredshift.api.data.Samples;
import org.neuralredshift.api.data.Status;
import org.neuralredshift.api.task.ResultSchema;
import org.neuralredshift.api.task.ResultSchema.Column;
import org.neuralredshift.api.task.ResultSchema.Type;
import org.neuralredshift.api.task.ResultSink;
import org.neuralredshift.api.task.Stages;
import org.neuralredshift.api.task.Trial;

/** The rows of all tasks of this module: one for each metric or quantity of a network at a stage. */
final class Rows {
    private static final int METRIC = 0;
    private static final int VARIANT = 1;
    private static final int REVISION = 2;
    private static final int VALUE = 3;
    private static final int RAW = 4;
    private static final int STAGE = 5;
    private static final int STEP = 6;
    private static final int DATA = 7;

    static final ResultSchema SCHEMA = ResultSchema.of(
            new Column("metric", Type.TEXT, "", "name of the metric, or of the quantity"),
            new Column("variant", Type.TEXT, "", "variant of the metric and its parameters that are not at default"),
            new Column("revision", Type.INTEGER, "", "revision of the metric, or of the task whose quantity it is"),
            new Column("value", Type.REAL, "", "complexity, or the quantity"),
            new Column("raw", Type.REAL, "", "count or mean before normalisation"),
            new Column(Stages.COLUMN, Type.TEXT, "", "when it was measured: initial, a number of steps, or final"),
            new Column("step", Type.INTEGER, "", "steps of training, or guesses, that were made until then"),
            new Column(ResultSchema.DATA, Type.TEXT, "", "what the data were"));

    /**
     * What rows are about.
     *
     * @param data note of the dataset
     */
    record Subject(Trial trial, String stage, long step, String data) {}

    /** What was measured. */
    record Measure(String name, String variant, int revision) {}

    private final ResultSink out;

    Rows(ResultSink out) {
        this.out = out;
    }

    /** @param reason of a status other than ok */
    void write(Subject subject, Measure measure, double value, double raw, Status status, String reason) {
        ResultSink.Row row = out.row(subject.trial(), status)
                .set(METRIC, measure.name())
                .set(VARIANT, measure.variant())
                .set(REVISION, measure.revision())
                .set(VALUE, status == Status.OK ? value : Double.NaN)
                .set(RAW, status == Status.OK ? raw : Double.NaN)
                .set(STAGE, subject.stage())
                .set(STEP, subject.step())
                .set(DATA, subject.data());
        if (status != Status.OK) {
            row.reason(reason);
        }
        row.end();
    }

    /** What a status of samples means. */
    static String reason(Status status) {
        return switch (status) {
            case OK -> "";
            case CONSTANT -> "every sample has the same value";
            case ROUNDING_NOISE ->
                "the range is below " + Samples.ROUNDING_NOISE + " of the largest value: float32 rounding";
            case OVERFLOW -> "a sample is NaN or infinite";
            case DIVERGED -> "training left the finite numbers";
            case NOT_FITTED -> "no network fitted the training set";
            case FAILED -> "the metric could not measure this function";
        };
    }
}
