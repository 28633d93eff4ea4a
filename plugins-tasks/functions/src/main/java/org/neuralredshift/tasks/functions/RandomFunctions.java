package org.neuralredshift.tasks.functions;

import static org.neuralredshift.api.parameter.Origin.ASSUMED;
import static org.neuralredshift.api.parameter.Origin.PAPER;

import java.util.List;
import org.neuralredshift.api.Description;
import org.neuralredshift.api.parameter.Parameter;
import org.neuralredshift.api.parameter.ParameterSchema;
import org.neuralredshift.api.task.Lab;
import org.neuralredshift.api.task.ResultSchema;
import org.neuralredshift.api.task.ResultSchema.Column;
import org.neuralredshift.api.task.ResultSchema.Type;
import org.neuralredshift.api.task.ResultSink;
import org.neuralredshift.api.task.Task;
import org.neuralredshift.api.task.TrialBatch;

/** Samples networks R^2 → R with random weights, evaluates them on a grid and measures how complex they are. */
public final class RandomFunctions implements Task {
    private static final ParameterSchema PARAMETERS = ParameterSchema.of(
            Parameter.extension("activation", "activation", "relu", PAPER, "scalar function after every hidden layer"),
            Parameter.integer("depth", 3, ASSUMED, 0, 1000, "layers", "number of hidden layers; 0 is a linear map"),
            Parameter.integer("width", 64, ASSUMED, 1, 65_536, "units", "units of every hidden layer"),
            Parameter.real("magnitude", 1, PAPER, 0, 1e38, "", "factor α on what `scaled` names")
                    .atRunTime(),
            Parameter.extension("layer", "layer", "dense", PAPER, "kind of every hidden layer and of the read-out"),
            Parameter.choice(
                    "distribution",
                    "uniform",
                    PAPER,
                    List.of("uniform", "normal", "student-t", "ball"),
                    "distribution of weights and biases, all with the standard deviation of the uniform one"),
            Parameter.choice(
                    "scale",
                    "glorot",
                    PAPER,
                    List.of("glorot", "absolute"),
                    "half-width of a weight at magnitude 1: glorot is sqrt(6 / (fan-in + fan-out)), absolute is 1"),
            Parameter.choice(
                    "scaled",
                    "weights",
                    PAPER,
                    List.of("weights", "weights+biases", "prefactor"),
                    "what the magnitude multiplies: weights, weights and biases, or the argument of each activation"),
            Parameter.real("bias-magnitude", 1, PAPER, 0, 1e38, "", "half-width of a bias"),
            Parameter.real(
                    "degrees-of-freedom", 3, ASSUMED, 2.001, 1e6, "", "of distribution student-t; the tail's weight"),
            Parameter.integer("grid", 64, ASSUMED, 2, 4096, "points", "sample points per axis on [-1, 1]^2"));

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
                "f: [-1, 1]^2 → R, one row per network and metric",
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
    public void run(TrialBatch batch, Lab lab, ResultSink out) {
        try (Experiment experiment = new Experiment(batch, lab)) {
            experiment.run(out);
        }
    }
}
