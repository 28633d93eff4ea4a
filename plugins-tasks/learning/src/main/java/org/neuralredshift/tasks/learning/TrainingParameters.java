package org.neuralredshift.tasks.learning;

import static org.neuralredshift.api.parameter.Origin.ASSUMED;
import static org.neuralredshift.api.parameter.Origin.PAPER;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.neuralredshift.api.learning.Goal;
import org.neuralredshift.api.network.Architecture;
import org.neuralredshift.api.parameter.InvalidParameterException;
import org.neuralredshift.api.parameter.Parameter;
import org.neuralredshift.api.parameter.ParameterSchema;
import org.neuralredshift.api.parameter.Parameters;
import org.neuralredshift.api.training.Loss;
import org.neuralredshift.api.training.Optimiser;
import org.neuralredshift.api.training.Schedule;
import org.neuralredshift.api.training.Trainer;
import org.neuralredshift.api.training.Training;

/** How networks are trained, as parameters of the task {@code learning}. */
final class TrainingParameters {
    static final String LEARNING_RATE = "learning-rate";
    static final String WEIGHT_DECAY = "weight-decay";
    static final String STEPS = "steps";
    static final String MEASURE_AT = "measure-at";
    static final String START_FROM = "start-from";
    static final String START_STEPS = "start-steps";
    static final String BATCH = "batch";
    private static final String OPTIMISER = "optimiser";
    private static final String MOMENTUM = "momentum";
    private static final String SCHEDULE = "schedule";
    private static final String WARM_UP = "warm-up";
    private static final String STOP_BELOW = "stop-below";
    private static final String ADAM = "adam";
    private static final String ADAMW = "adamw";
    private static final String SGD = "sgd";

    static final ParameterSchema SCHEMA = ParameterSchema.of(
            Parameter.choice(
                    OPTIMISER,
                    ADAM,
                    ASSUMED,
                    List.of(ADAM, ADAMW, SGD),
                    "how weights follow their gradients, with the formulas and constants of PyTorch"),
            Parameter.real(LEARNING_RATE, 3e-3, ASSUMED, 0, 1e38, "", "size of a step, before the schedule")
                    .atRunTime(),
            Parameter.real(MOMENTUM, 0, ASSUMED, 0, 0.999999, "", "of optimiser sgd"),
            Parameter.choice(
                    SCHEDULE,
                    "constant",
                    ASSUMED,
                    List.of("constant", "linear", "cosine"),
                    "how the learning rate falls to 0 over the steps, if at all"),
            Parameter.integer(
                    WARM_UP, 0, ASSUMED, 0, Trainer.MAXIMUM_STEPS, "steps", "steps in which the learning rate rises"),
            Parameter.real(
                            WEIGHT_DECAY,
                            0,
                            ASSUMED,
                            0,
                            1e38,
                            "",
                            "pulls every trained weight towards 0: added to the gradient, or decoupled in adamw")
                    .atRunTime(),
            Parameter.integer(
                    BATCH,
                    0,
                    ASSUMED,
                    0,
                    1 << 24,
                    "examples",
                    "examples of a step, shuffled in each epoch; 0: all of them"),
            Parameter.integer(STEPS, 1500, ASSUMED, 0, Trainer.MAXIMUM_STEPS, "steps", "steps of training"),
            Parameter.real(
                    STOP_BELOW,
                    0,
                    ASSUMED,
                    0,
                    1e38,
                    "",
                    "a network stops where the loss of a step, over its batch, is below this; 0: never"),
            Parameter.text(
                    MEASURE_AT,
                    "",
                    ASSUMED,
                    "numbers of steps after which networks are measured, beside the beginning and the end, as in 10 100"),
            Parameter.integer(
                    START_STEPS,
                    0,
                    PAPER,
                    0,
                    Trainer.MAXIMUM_STEPS,
                    "steps",
                    "steps of training on the dataset that start-from names, before the first measurement; 0: none"),
            Parameter.extension(
                    START_FROM,
                    "dataset",
                    "modulo-addition",
                    PAPER,
                    "what networks have learned before, if start-steps is not 0; it has as many inputs and outputs"));

    private TrainingParameters() {}

    /**
     * What is trained.
     *
     * @param steps of this training
     * @throws InvalidParameterException if the warm-up leaves no step
     */
    static Training training(Parameters parameters, Architecture architecture, Goal goal, int steps) {
        Schedule.Decay decay = Schedule.Decay.valueOf(parameters.text(SCHEDULE).toUpperCase(Locale.ROOT));
        int warmUp = parameters.count(WARM_UP);
        if (decay != Schedule.Decay.CONSTANT && steps > 0 && warmUp >= steps) {
            throw new InvalidParameterException(
                    WARM_UP, warmUp, "below the number of steps, " + steps + ", after which the learning rate is 0");
        }
        return new Training(
                architecture,
                loss(goal),
                optimiser(parameters),
                new Schedule(decay, warmUp, Math.max(warmUp + 1, steps)),
                parameters.count(BATCH),
                parameters.real(STOP_BELOW));
    }

    private static Loss loss(Goal goal) {
        return switch (goal) {
            case Goal.Binary() -> Loss.LOGISTIC;
            case Goal.Classes _ -> Loss.CROSS_ENTROPY;
            case Goal.Regression _, Goal.Signal _ -> Loss.SQUARED_ERROR;
        };
    }

    private static Optimiser optimiser(Parameters parameters) {
        return switch (parameters.text(OPTIMISER)) {
            case ADAM -> Optimiser.ADAM;
            case ADAMW -> Optimiser.ADAMW;
            default -> new Optimiser.Sgd(parameters.real(MOMENTUM));
        };
    }

    /**
     * The numbers of steps at which networks are measured between the beginning and the end, in order.
     *
     * @throws InvalidParameterException if the text is another, or a number is beyond the last step
     */
    static List<Integer> measured(Parameters parameters) {
        String text = parameters.text(MEASURE_AT);
        int steps = parameters.count(STEPS);
        List<Integer> numbers = new ArrayList<>();
        for (String word : text.isEmpty() ? new String[0] : text.split(" +")) {
            int last = numbers.isEmpty() ? 0 : numbers.getLast();
            if (!word.matches("[1-9][0-9]{0,7}") || Integer.parseInt(word) > steps || Integer.parseInt(word) <= last) {
                throw new InvalidParameterException(
                        MEASURE_AT,
                        text,
                        "numbers of steps from 1 to " + steps + ", each larger than the one before, as in 10 100");
            }
            numbers.add(Integer.valueOf(word));
        }
        return numbers;
    }
}
