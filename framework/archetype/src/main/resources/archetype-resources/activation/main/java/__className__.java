package ${package};

import org.neuralredshift.api.Description;
import org.neuralredshift.api.expression.Scalar;
import org.neuralredshift.api.network.Activation;
import org.neuralredshift.api.network.Arguments;
import org.neuralredshift.api.parameter.Origin;
import org.neuralredshift.api.parameter.Parameter;
import org.neuralredshift.api.parameter.ParameterSchema;

/**
 * f(x) = 1 / (1 + (x / width)^2): a bump around 0. Networks of coordinates that are made of bumps carry finer detail than
 * networks of ramps, and the narrower the bump, the finer.
 */
public final class ${className} implements Activation {
    private static final String WIDTH = "width";

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
                "Quadratic activation: a bump around 0.",
                "1 / (1 + (x / width)^2)",
                "Ramasinghe and Lucey, \"Beyond periodicity\", ECCV 2022, arXiv 2111.15135");
    }

    @Override
    public ParameterSchema parameters() {
        return ParameterSchema.of(
                Parameter.real(WIDTH, 1, Origin.ASSUMED, 0.001, 1000, "", "where the bump has half its height"));
    }

    @Override
    public Scalar apply(Scalar x, Arguments arguments) {
        Scalar scaled = x.dividedBy(arguments.get(WIDTH));
        return Scalar.of(1).dividedBy(scaled.squared().plus(1));
    }
}
