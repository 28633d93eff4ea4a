package ${package};

import org.neuralredshift.api.Description;
import org.neuralredshift.api.data.Axis;
import org.neuralredshift.api.data.Grid;
import org.neuralredshift.api.data.SampleSpec;
import org.neuralredshift.api.metric.Metric;
import org.neuralredshift.api.metric.Probe;
import org.neuralredshift.api.parameter.InvalidParameterException;
import org.neuralredshift.api.parameter.Origin;
import org.neuralredshift.api.parameter.Parameter;
import org.neuralredshift.api.parameter.ParameterSchema;
import org.neuralredshift.api.parameter.Parameters;

/**
 * Permutation entropy: neighbours along each axis of the grid, {@code order} at a time, are put into ascending order, and each
 * way to do so is a pattern. The value is the entropy of the patterns' frequencies p over that of white noise, in [0, 1]:
 * - sum p ln p / ln(order!). Only order counts, so scale and offset of the function do not.
 */
public final class ${className} implements Metric {
    private static final String ORDER = "order";

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
                "Permutation entropy: how evenly neighbours are ordered in every way.",
                "- sum p ln p / ln(order!), p the frequency of an order among the neighbours along an axis, in [0, 1]",
                "Bandt and Pompe, \"Permutation entropy\", Physical Review Letters 88, 174102, 2002");
    }

    @Override
    public ParameterSchema parameters() {
        return ParameterSchema.of(
                Parameter.integer(ORDER, 3, Origin.ASSUMED, 2, 5, "points", "neighbours that are put into order"));
    }

    @Override
    public SampleSpec sampling(Grid requested, Parameters parameters) {
        long order = parameters.integer(ORDER);
        for (Axis axis : requested.axes()) {
            if (axis.size() < order) {
                throw new InvalidParameterException("grid", axis.size(), "at least the order, " + order);
            }
        }
        return requested;
    }

    @Override
    public Probe prepare(SampleSpec spec, Parameters parameters) {
        if (!(spec instanceof Grid grid)) {
            throw new InvalidParameterException("grid", spec, "a grid, for neighbours are compared along its axes");
        }
        return new Patterns(grid, parameters.count(ORDER));
    }
}
