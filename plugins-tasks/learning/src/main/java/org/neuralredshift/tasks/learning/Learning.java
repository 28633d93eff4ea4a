package org.neuralredshift.tasks.learning;

import java.util.ArrayList;
import java.util.List;
import org.neuralredshift.api.Description;
import org.neuralredshift.api.learning.Examples;
import org.neuralredshift.api.network.RandomNetwork;
import org.neuralredshift.api.parameter.InvalidParameterException;
import org.neuralredshift.api.parameter.ParameterSchema;
import org.neuralredshift.api.parameter.Parameters;
import org.neuralredshift.api.task.Extensions;
import org.neuralredshift.api.task.Lab;
import org.neuralredshift.api.task.NullModel;
import org.neuralredshift.api.task.Quantity;
import org.neuralredshift.api.task.ResultSchema;
import org.neuralredshift.api.task.ResultSink;
import org.neuralredshift.api.task.Stages;
import org.neuralredshift.api.task.Task;
import org.neuralredshift.api.task.TrialBatch;

/**
 * Trains networks on a dataset, and measures them before the first step, after chosen numbers of steps, and at the end: how complex
 * the function is on the plane of the dataset, how well it fits the training set and the test sets, and how much it varies
 * between training points. Of several outputs, complexity is that of the first.
 *
 * <p>A network that leaves the finite numbers is {@code diverged} from that step on; what was measured before stays.
 */
public final class Learning implements Task {
    private static final ParameterSchema PARAMETERS = CommonParameters.SCHEMA.and(TrainingParameters.SCHEMA);

    /** For the service loader. */
    public Learning() {}

    @Override
    public String id() {
        return "learning";
    }

    @Override
    public int revision() {
        return 1;
    }

    @Override
    public Description description() {
        return new Description(
                "Complexity and accuracy of networks before, during and after training.",
                "f: R^features → R^outputs, one row per network, stage, and metric or quantity",
                "Teney et al., Neural Redshift: Random Networks are not Random Functions, CVPR 2024");
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
        return Quantities.ofNetworks(Problem.of(parameters, extensions));
    }

    @Override
    public List<String> stages(Parameters parameters) {
        List<String> stages = new ArrayList<>(List.of(Stages.INITIAL));
        TrainingParameters.measured(parameters).forEach(step -> stages.add(step.toString()));
        stages.add(Stages.FINAL);
        return stages;
    }

    @Override
    public List<NullModel> nullModels() {
        return List.of(CommonParameters.shuffledLabels(PARAMETERS));
    }

    /** A trial takes a second or more, and what is compiled for a batch is compiled in a fraction of one. */
    @Override
    public int batchSize(Parameters parameters) {
        return 32;
    }

    @Override
    public void check(Parameters parameters, long studySeed, Extensions extensions) {
        TrainingParameters.measured(parameters);
        Examples examples = Problem.of(parameters, extensions).examples(studySeed, 0);
        RandomNetwork network = Problem.network(parameters, examples, extensions);
        check(parameters, examples, network, parameters.count(TrainingParameters.STEPS));
        if (parameters.integer(TrainingParameters.START_STEPS) > 0) {
            Examples before = Problem.of(TrainingParameters.START_FROM, parameters, false, extensions)
                    .examples(studySeed, 0);
            if (before.features() != examples.features() || before.outputs() != examples.outputs()) {
                throw new InvalidParameterException(
                        TrainingParameters.START_FROM,
                        parameters.text(TrainingParameters.START_FROM),
                        "one for networks of " + examples.features() + " inputs and " + examples.outputs()
                                + " outputs, as " + parameters.text(CommonParameters.DATASET) + " is, not of "
                                + before.features() + " and " + before.outputs());
            }
            check(parameters, before, network, parameters.count(TrainingParameters.START_STEPS));
        }
    }

    private static void check(Parameters parameters, Examples examples, RandomNetwork network, int steps) {
        int batch = parameters.count(TrainingParameters.BATCH);
        if (batch > examples.train().length) {
            throw new InvalidParameterException(
                    TrainingParameters.BATCH,
                    batch,
                    "at most the number of training examples, " + examples.train().length
                            + "; 0 takes all of them in each step");
        }
        TrainingParameters.training(parameters, network.architecture(), examples.goal(), steps);
    }

    @Override
    public void run(TrialBatch batch, Lab lab, ResultSink out) {
        try (Course course = new Course(batch, lab, revision())) {
            course.run(out);
        }
    }
}
