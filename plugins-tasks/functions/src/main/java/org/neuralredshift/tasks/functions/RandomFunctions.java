package org.neuralredshift.tasks.functions;

import static org.neuralredshift.api.parameter.Origin.ASSUMED;
import static org.neuralredshift.api.parameter.Origin.PAPER;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.neuralredshift.api.Description;
import org.neuralredshift.api.network.RandomNetwork;
import org.neuralredshift.api.parameter.Parameter;
import org.neuralredshift.api.parameter.ParameterSchema;
import org.neuralredshift.api.parameter.Parameters;
import org.neuralredshift.api.task.Extensions;
import org.neuralredshift.api.task.Lab;
import org.neuralredshift.api.task.NullModel;
import org.neuralredshift.api.task.ResultSchema;
import org.neuralredshift.api.task.ResultSchema.Column;
import org.neuralredshift.api.task.ResultSchema.Type;
import org.neuralredshift.api.task.ResultSink;
import org.neuralredshift.api.task.Task;
import org.neuralredshift.api.task.TrialBatch;

/**
 * Samples networks R^2 → R with random weights, evaluates them on a grid and measures how complex they are. Beside networks it
 * measures functions to compare them with, which the parameter {@code function} names:
 *
 * <ul>
 *   <li>{@code white-noise}: independent standard normal numbers, one for each sample point
 *   <li>{@code linear}: f(x) = a·x, with a uniform on the unit circle
 *   <li>{@code step}: f(x) = 1 if a·(x - p) >= 0, else -1, with a as before and p uniform in [-1, 1]^2: either side of a random
 *       line through the square
 * </ul>
 *
 * <p>They depend on the seeds alone; of the other parameters only {@code grid} concerns them.
 */
public final class RandomFunctions implements Task {
    static final String FUNCTION = "function";
    static final String NETWORK = "network";

    private static final String GRID = "grid";
    private static final ParameterSchema PARAMETERS = RandomNetwork.PARAMETERS.and(ParameterSchema.of(
            Parameter.integer(GRID, 64, ASSUMED, 2, 4096, "points", "sample points per axis on [-1, 1]^2"),
            Parameter.choice(
                    FUNCTION,
                    NETWORK,
                    PAPER,
                    Stream.concat(Stream.of(NETWORK), NullFunction.words().stream())
                            .toList(),
                    "what is measured: a network, or a function to compare networks with")));

    static final int METRIC = 0;
    static final int VARIANT = 1;
    static final int REVISION = 2;
    static final int VALUE = 3;
    static final int RAW = 4;

    private static final ResultSchema RESULTS = ResultSchema.of(
            new Column("metric", Type.TEXT, "", "name of the metric"),
            new Column("variant", Type.TEXT, "", "variant of the metric and its parameters that are not at default"),
            new Column("revision", Type.INTEGER, "", "revision of the metric"),
            new Column("value", Type.REAL, "", "complexity"),
            new Column("raw", Type.REAL, "", "count or mean before normalisation"));

    /** For the service loader. */
    public RandomFunctions() {}

    @Override
    public String id() {
        return "random-functions";
    }

    @Override
    public int revision() {
        return 1;
    }

    @Override
    public Description description() {
        return new Description(
                "Complexity of the functions that random networks compute on a grid.",
                "f: [-1, 1]^2 → R, one row per function and metric",
                "Teney et al., Neural Redshift: Random Networks are not Random Functions, CVPR 2024");
    }

    @Override
    public ParameterSchema parameters() {
        return PARAMETERS;
    }

    @Override
    public ResultSchema results() {
        return RESULTS;
    }

    @Override
    public void check(Parameters parameters, long studySeed, Extensions extensions) {
        if (parameters.text(FUNCTION).equals(NETWORK)) {
            RandomNetwork.of(parameters, extensions::activation, extensions::layer);
        }
    }

    @Override
    public List<NullModel> nullModels() {
        return NullFunction.words().stream()
                .map(word -> new NullModel(word, Map.of(FUNCTION, word), List.of(GRID)))
                .toList();
    }

    @Override
    public boolean measuresOnBackend() {
        return true;
    }

    @Override
    public void run(TrialBatch batch, Lab lab, ResultSink out) {
        try (Experiment experiment = new Experiment(batch, lab, out)) {
            experiment.run();
        }
    }
}
