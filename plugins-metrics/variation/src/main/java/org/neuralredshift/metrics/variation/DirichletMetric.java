package org.neuralredshift.metrics.variation;

import java.util.List;
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

/** The mean squared norm of a function's gradient: {@link DirichletProbe} has the definition. */
public final class DirichletMetric implements Metric {
    /** For the service loader. */
    public DirichletMetric() {}

    @Override
    public String id() {
        return "dirichlet";
    }

    @Override
    public int revision() {
        return 1;
    }

    @Override
    public Description description() {
        return new Description(
                "Dirichlet energy: the mean squared norm of the function's gradient, per variance.",
                "D = (mean over horizontal edges of (df / h)^2 + mean over vertical edges of (df / h)^2) / variance of f."
                        + " An edge joins two neighbours on the uniform grid, h = 2 / (n - 1) apart for n points on"
                        + " [-1, 1]; df / h is the central difference in its middle. Unscaled: not divided by the"
                        + " variance.",
                "Dherin, Munn, Rosca, Barrett: Why neural networks find simple solutions: the many regularizers of"
                        + " geometric complexity, NeurIPS 2022, arXiv 2209.13083. Differences for derivatives, the step"
                        + " and the scale are assumed.");
    }

    @Override
    public ParameterSchema parameters() {
        return ParameterSchema.of(Parameter.choice(
                "scale",
                "variance",
                Origin.ASSUMED,
                List.of("variance", "none"),
                "Divide by the variance of the function, or not at all."));
    }

    @Override
    public SampleSpec sampling(Grid requested, Parameters parameters) {
        axes(requested);
        return requested;
    }

    @Override
    public Probe prepare(SampleSpec spec, Parameters parameters) {
        List<Axis> axes = axes(spec);
        return new DirichletProbe(
                axes.getFirst(), axes.getLast(), parameters.text("scale").equals("variance"));
    }

    private static List<Axis> axes(SampleSpec spec) {
        if (spec instanceof Grid grid
                && grid.isUniform()
                && grid.dimension() == 2
                && grid.axes().stream().allMatch(axis -> axis.size() > 1)) {
            return grid.axes();
        }
        throw new InvalidParameterException(
                "grid",
                spec instanceof Grid grid ? words(grid) : spec.points() + " scattered points",
                "a uniform grid of two inputs with at least two points on each axis");
    }

    private static String words(Grid grid) {
        return String.join(
                " x ",
                grid.axes().reversed().stream()
                        .map(axis -> axis.size() + " " + axis.kind())
                        .toList());
    }
}
