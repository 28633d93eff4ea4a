package ${package};

import org.neuralredshift.api.Description;
import org.neuralredshift.api.network.RandomNetwork;
import org.neuralredshift.api.parameter.Origin;
import org.neuralredshift.api.parameter.Parameter;
import org.neuralredshift.api.parameter.ParameterSchema;
import org.neuralredshift.api.parameter.Parameters;
import org.neuralredshift.api.task.Extensions;
import org.neuralredshift.api.task.Lab;
import org.neuralredshift.api.task.ResultSchema;
import org.neuralredshift.api.task.ResultSchema.Column;
import org.neuralredshift.api.task.ResultSchema.Type;
import org.neuralredshift.api.task.ResultSink;
import org.neuralredshift.api.task.Task;
import org.neuralredshift.api.task.TrialBatch;

/**
 * Measures sums of random networks: f = (f_1 + ... + f_n) / sqrt(n), with n independent networks of the same kind. The more
 * there are, the closer f comes to a draw of a Gaussian process with the covariance of one network; so does one network, the
 * wider it is. Whatever changes with n tells how far the networks are from that limit.
 */
public final class ${className} implements Task {
    static final String GRID = "grid";
    static final String NETWORKS = "networks";

    static final int METRIC = 0;
    static final int VARIANT = 1;
    static final int VALUE = 2;

    /** Reports read these columns: name and variant of a metric that the study chose, and its value. */
    private static final ResultSchema RESULTS = ResultSchema.of(
            new Column("metric", Type.TEXT, "", "name of the metric"),
            new Column("variant", Type.TEXT, "", "variant of the metric and its parameters that are not at default"),
            new Column("value", Type.REAL, "", "complexity of the sum"));

    private static final ParameterSchema PARAMETERS = RandomNetwork.PARAMETERS.and(ParameterSchema.of(
            Parameter.integer(GRID, 64, Origin.ASSUMED, 2, 4096, "points", "sample points per axis on [-1, 1]^2"),
            Parameter.integer(NETWORKS, 16, Origin.ASSUMED, 1, 65_536, "networks", "networks in a sum")));

    /** For the service loader. */
    public ${className}() {}

    @Override
    public String id() {
        return "${artifactId}";
    }

    @Override
    public int revision() {
        return 1;
    }

    @Override
    public Description description() {
        return new Description(
                "Complexity of sums of random networks, which approach a Gaussian process.",
                "(f_1 + ... + f_n) / sqrt(n) on a grid, one row per sum and metric",
                "Neal, \"Priors for infinite networks\", in Bayesian Learning for Neural Networks, 1996");
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
        RandomNetwork.of(parameters, extensions::activation, extensions::layer);
    }

    @Override
    public void run(TrialBatch batch, Lab lab, ResultSink out) {
        try (Measurements measurements = new Measurements(batch, lab)) {
            batch.trials().forEach(trial -> measurements.report(trial, out));
        }
    }
}
