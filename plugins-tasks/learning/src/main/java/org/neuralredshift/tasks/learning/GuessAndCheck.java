package org.neuralredshift.tasks.learning;

import static org.neuralredshift.api.parameter.Origin.ASSUMED;

import java.util.List;
import org.neuralredshift.api.Description;
import org.neuralredshift.api.learning.Examples;
import org.neuralredshift.api.parameter.InvalidParameterException;
import org.neuralredshift.api.parameter.Parameter;
import org.neuralredshift.api.parameter.ParameterSchema;
import org.neuralredshift.api.parameter.Parameters;
import org.neuralredshift.api.task.Extensions;
import org.neuralredshift.api.task.Lab;
import org.neuralredshift.api.task.NullModel;
import org.neuralredshift.api.task.Quantity;
import org.neuralredshift.api.task.ResultSchema;
import org.neuralredshift.api.task.ResultSink;
import org.neuralredshift.api.task.Task;
import org.neuralredshift.api.task.TrialBatch;

/**
 * Learning without gradients: draws networks with random weights, each independent of the others, until one fits the training
 * set, and measures that one. What it generalises to is what the architecture prefers, with no optimiser to thank for it.
 *
 * <p>A network fits if all its training labels are right, or if its training loss is below {@code fit-below}. If none does among
 * {@code guesses}, the row of {@code fitted} says 0, that of {@code least-loss} how near
 * one came, and all others have the status not-fitted: there is no function to measure.
 */
public final class GuessAndCheck implements Task {
    static final String MOST_GUESSES = "guesses";
    static final String FIT_BELOW = "fit-below";

    private static final ParameterSchema PARAMETERS = CommonParameters.SCHEMA.and(ParameterSchema.of(
            Parameter.integer(
                            MOST_GUESSES,
                            100_000,
                            ASSUMED,
                            1,
                            1L << 32,
                            "networks",
                            "how many are drawn at most until one fits the training set")
                    .atRunTime(),
            Parameter.real(
                            FIT_BELOW,
                            0,
                            ASSUMED,
                            0,
                            1e38,
                            "",
                            "a network fits if its training loss is below this; 0: if all its training labels are right")
                    .atRunTime()));

    /** For the service loader. */
    public GuessAndCheck() {}

    @Override
    public String id() {
        return "guess-and-check";
    }

    @Override
    public int revision() {
        return 1;
    }

    @Override
    public Description description() {
        return new Description(
                "Draws random weights until the training set is fitted, and measures what that generalises to.",
                "f: the first of networks 0, 1, 2, ... that is right on the training set",
                "Teney et al., Neural Redshift: Random Networks are not Random Functions, CVPR 2024; Chiang et al., Loss"
                        + " Landscapes are All You Need, ICLR 2023");
    }

    @Override
    public ParameterSchema parameters() {
        return PARAMETERS;
    }

    @Override
    public ResultSchema results() {
        return Rows.SCHEMA;
    }

    @Override
    public List<Quantity> quantities(Parameters parameters, Extensions extensions) {
        return Quantities.ofGuesses(Problem.of(parameters, extensions));
    }

    @Override
    public List<NullModel> nullModels() {
        return List.of(CommonParameters.shuffledLabels(PARAMETERS));
    }

    /** A search may take long. */
    @Override
    public int batchSize(Parameters parameters) {
        return 16;
    }

    @Override
    public void check(Parameters parameters, long studySeed, Extensions extensions) {
        Examples examples = Problem.of(parameters, extensions).examples(studySeed, 0);
        Problem.network(parameters, examples, extensions);
        if (parameters.real(FIT_BELOW) == 0 && !Judge.isDecided(examples.goal())) {
            throw new InvalidParameterException(
                    FIT_BELOW,
                    parameters.real(FIT_BELOW),
                    "above 0: outputs for " + parameters.text(CommonParameters.DATASET)
                            + " are neither right nor wrong");
        }
    }

    @Override
    public void run(TrialBatch batch, Lab lab, ResultSink out) {
        try (Search search = new Search(batch, lab, revision())) {
            search.run(out);
        }
    }
}
