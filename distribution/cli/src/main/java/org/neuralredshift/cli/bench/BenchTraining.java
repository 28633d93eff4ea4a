package org.neuralredshift.cli.bench;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.neuralredshift.api.network.Architecture;
import org.neuralredshift.api.parameter.InvalidParameterException;
import org.neuralredshift.api.training.Loss;
import org.neuralredshift.api.training.Optimiser;
import org.neuralredshift.api.training.Schedule;
import org.neuralredshift.api.training.Table;
import org.neuralredshift.api.training.Training;

/**
 * What is trained: addition modulo a number, as a choice among that many classes.
 *
 * @param optimiser adam, adamw, sgd or momentum; forward evaluates one network on the rows of a step
 * @param modulus p: the table has p² rows, and networks have p outputs
 * @param oneHot whether inputs are 2 p zeros and ones; else two numbers from -1 to 1
 * @param networks that each thread trains together
 */
public record BenchTraining(String optimiser, int modulus, boolean oneHot, int networks) {
    /** In place of an optimiser: forward passes alone. */
    private static final String FORWARD = "forward";

    private static final Map<String, Optimiser> OPTIMISERS = Map.of(
            "adam",
            Optimiser.ADAM,
            "adamw",
            Optimiser.ADAMW,
            "sgd",
            new Optimiser.Sgd(0),
            "momentum",
            new Optimiser.Sgd(0.9));

    /** @throws InvalidParameterException for an unknown optimiser, or a number that is below what it counts */
    public BenchTraining {
        if (!OPTIMISERS.containsKey(optimiser) && !optimiser.equals(FORWARD)) {
            List<String> known = Stream.concat(OPTIMISERS.keySet().stream(), Stream.of(FORWARD))
                    .sorted()
                    .toList();
            throw new InvalidParameterException("train", optimiser, "one of " + String.join(", ", known));
        }
        if (optimiser.equals(FORWARD) && networks > 1) {
            throw new InvalidParameterException("nets", networks, "1 for forward passes");
        }
        if (modulus < 2) {
            throw new InvalidParameterException("p", modulus, "a whole number from 2");
        }
        if (networks < 1) {
            throw new InvalidParameterException("nets", networks, "a whole number from 1");
        }
    }

    boolean isForward() {
        return optimiser.equals(FORWARD);
    }

    private int rows() {
        return modulus * modulus;
    }

    private int features() {
        return oneHot ? 2 * modulus : 2;
    }

    /** The training of networks that are like these, apart from inputs and outputs; batch 0 takes all rows. */
    Training training(Architecture like, int batch) {
        Architecture architecture = new Architecture(
                features(), modulus, like.depth(), like.width(), like.encoding(), like.layers(), like.readOut());
        Optimiser chosen = OPTIMISERS.getOrDefault(optimiser, Optimiser.ADAM);
        return new Training(architecture, Loss.CROSS_ENTROPY, chosen, Schedule.CONSTANT, batch, 0);
    }

    /** All pairs, in order. */
    Table table() {
        float[] inputs = new float[rows() * features()];
        float[] labels = new float[rows()];
        for (int row = 0; row < rows(); row++) {
            int a = row / modulus;
            int b = row % modulus;
            labels[row] = (a + b) % modulus;
            int at = row * features();
            if (oneHot) {
                inputs[at + a] = 1;
                inputs[at + modulus + b] = 1;
            } else {
                inputs[at] = 2f * a / (modulus - 1) - 1;
                inputs[at + 1] = 2f * b / (modulus - 1) - 1;
            }
        }
        return new Table(features(), inputs, 1, labels);
    }

    /** For people. */
    public String text() {
        return String.format(
                Locale.ROOT,
                "%s on addition modulo %d%s",
                optimiser,
                modulus,
                networks > 1 ? ", " + networks + " together" : "");
    }
}
