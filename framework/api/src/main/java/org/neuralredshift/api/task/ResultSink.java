package org.neuralredshift.api.task;

import static org.neuralredshift.api.annotation.Api.Stability.INCUBATING;

import org.neuralredshift.api.annotation.Api;
import org.neuralredshift.api.data.Samples;
import org.neuralredshift.api.data.Status;

/**
 * Takes the results of a batch. Rows become durable together, when the whole batch is done. Those of a trial keep their order;
 * those of different trials may take turns, for instance stage by stage.
 */
@Api(INCUBATING)
public interface ResultSink {
    /** Starts a row of a trial; columns that are not set are null. */
    Row row(Trial trial, Status status);

    /** Whether the study keeps the sampled function of this trial, and the spectra that metrics find in it. */
    boolean keepsSamples(Trial trial);

    /** Keeps the sampled function of the last stage; copied. */
    default void samples(Trial trial, Samples function) {
        samples(trial, Stages.FINAL, function);
    }

    /**
     * Keeps the sampled function at a stage; copied. All functions of a batch are sampled at the same points.
     *
     * @param stage one of {@link Task#stages}, or {@link Stages#TARGET}
     */
    void samples(Trial trial, String stage, Samples function);

    /**
     * Keeps a spectrum of a function that is kept; copied.
     *
     * @param metric the label of the metric, as studies name it, with the stage if it is not the last: {@link Stages#label}
     * @param amplitudes element i belongs to frequency or order i + 1
     */
    void spectrum(Trial trial, String metric, double[] amplitudes);

    /** Tells that all rows of a trial are written; drives progress, and stops the batch if the user asked for it. */
    void completed(Trial trial);

    /** A row being written; columns by their position in {@link Task#results()}. */
    interface Row {
        /** Sets a {@code TEXT}. */
        Row set(int column, String value);

        /** Sets an {@code INTEGER}. */
        Row set(int column, long value);

        /** Sets a {@code REAL}; NaN is null. */
        Row set(int column, double value);

        /** Gives the reason of a status other than ok. */
        Row reason(String sentence);

        /** Finishes the row. */
        void end();
    }
}
