package org.neuralredshift.api.task;

import static org.neuralredshift.api.annotation.Api.Stability.INCUBATING;

import java.util.List;
import org.neuralredshift.api.Extension;
import org.neuralredshift.api.annotation.Api;
import org.neuralredshift.api.parameter.Parameters;

/**
 * What is done with each network of a study. The host plans cells from {@link #parameters()}, hands over batches of
 * trials whose cells differ only in run-time parameters, and stores the rows.
 */
@Api(INCUBATING)
public interface Task extends Extension {
    /** The columns of a row, beyond those that the host adds (cell, seed, parameters, status, reason). */
    ResultSchema results();

    /**
     * What the task measures itself, beside the metrics of the study; nothing by default.
     *
     * @param parameters of a cell
     * @param extensions that they may name
     */
    default List<Quantity> quantities(Parameters parameters, Extensions extensions) {
        return List.of();
    }

    /**
     * The stages at which it measures a network, in order, {@link Stages#FINAL} among them; that alone by default.
     *
     * @param parameters of a cell
     */
    default List<String> stages(Parameters parameters) {
        return List.of(Stages.FINAL);
    }

    /** What the networks of every study are compared with, unless the study says otherwise; nothing by default. */
    default List<NullModel> nullModels() {
        return List.of();
    }

    /**
     * Refuses parameters that no trial can have, for instance layers that do not fit each other, so that the study fails
     * before anything is computed. Nothing is refused by default.
     *
     * @param parameters of a cell
     * @param studySeed of the study: what is made for a check can serve its trials
     * @param extensions that the parameters may name
     * @throws org.neuralredshift.api.parameter.InvalidParameterException naming the parameter to change
     */
    default void check(Parameters parameters, long studySeed, Extensions extensions) {}

    /**
     * How many trials of one structure a batch has at most: enough to pay for the program that is compiled for it, few enough that
     * all processors have work. 256 by default; a task that takes seconds for a trial wants fewer. Depends on the parameters alone,
     * so that a study has one plan.
     *
     * @param parameters of a cell of the structure
     */
    default int batchSize(Parameters parameters) {
        return 256;
    }

    /**
     * Whether it asks {@link Lab#graph} wherever it measures a network, so that metrics can measure on the backend. False by
     * default: then all measure on the host.
     */
    default boolean measuresOnBackend() {
        return false;
    }

    /**
     * Runs some trials and writes their rows. Called from one thread per {@link Lab}, from many at once.
     *
     * @throws RuntimeException if the batch cannot be done: the host then writes failed rows with the message
     */
    void run(TrialBatch batch, Lab lab, ResultSink out);
}
