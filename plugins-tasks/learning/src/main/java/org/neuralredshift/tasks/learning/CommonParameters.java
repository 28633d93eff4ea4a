package org.neuralredshift.tasks.learning;

import static org.neuralredshift.api.parameter.Origin.ASSUMED;
import static org.neuralredshift.api.parameter.Origin.PAPER;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.neuralredshift.api.network.RandomNetwork;
import org.neuralredshift.api.parameter.Parameter;
import org.neuralredshift.api.parameter.ParameterSchema;
import org.neuralredshift.api.parameter.Parameters;
import org.neuralredshift.api.task.NullModel;

/** The parameters that all tasks of this module have: a network, what it learns, and where it is looked at. */
final class CommonParameters {
    static final String DATASET = "dataset";
    static final String LABELS = "labels";
    static final String GIVEN = "given";
    static final String SHUFFLED = "shuffled";
    static final String GRID = "grid";
    static final String SEGMENTS = "segments";
    private static final String MAGNITUDE = "magnitude";
    private static final String PREFACTOR = "prefactor";

    static final ParameterSchema SCHEMA = RandomNetwork.PARAMETERS.and(ParameterSchema.of(
            Parameter.real(
                            PREFACTOR,
                            1,
                            PAPER,
                            0,
                            1e38,
                            "",
                            "constant that multiplies the argument of every activation; not trained")
                    .atRunTime(),
            Parameter.extension(
                    DATASET,
                    "dataset",
                    "modulo-addition",
                    PAPER,
                    "what is learned, with its parameters, as in modulo-addition[modulus=7]"),
            Parameter.choice(
                    LABELS,
                    GIVEN,
                    PAPER,
                    List.of(GIVEN, SHUFFLED),
                    "labels of the training set: as they are, or in random order, so that nothing can be learned from them"),
            Parameter.integer(
                    GRID, 64, ASSUMED, 2, 4096, "points", "sample points per axis of the plane where metrics look"),
            Parameter.integer(
                    SEGMENTS,
                    32,
                    ASSUMED,
                    0,
                    4096,
                    "segments",
                    "segments between two training points along which the variation is measured; 0 for none")));

    private CommonParameters() {}

    /**
     * Labels from which nothing can be learned, for every problem and network of the study, at prefactor and magnitude 1.
     *
     * @param schema of the task
     */
    static NullModel shuffledLabels(ParameterSchema schema) {
        Set<String> own = Set.of(LABELS, PREFACTOR, MAGNITUDE);
        List<String> follows =
                schema.names().stream().filter(name -> !own.contains(name)).toList();
        return new NullModel("shuffled-labels", Map.of(LABELS, SHUFFLED), follows);
    }

    /** What the weights of a network are multiplied with when they are drawn. */
    static double magnitude(Parameters parameters) {
        return parameters.real(MAGNITUDE);
    }

    /**
     * What the argument of every activation is multiplied with: the prefactor, times the magnitude if that scales the argument
     * rather than weights.
     */
    static float prefactor(Parameters parameters) {
        double scale = RandomNetwork.scalesPrefactor(parameters) ? magnitude(parameters) : 1;
        return (float) (parameters.real(PREFACTOR) * scale);
    }
}
