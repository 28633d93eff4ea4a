package org.neuralredshift.metrics.variation;

import java.util.List;
import org.neuralredshift.api.Description;
import org.neuralredshift.api.data.Grid;
import org.neuralredshift.api.data.SampleSpec;
import org.neuralredshift.api.metric.Metric;
import org.neuralredshift.api.metric.Probe;
import org.neuralredshift.api.parameter.InvalidParameterException;
import org.neuralredshift.api.parameter.Origin;
import org.neuralredshift.api.parameter.Parameter;
import org.neuralredshift.api.parameter.ParameterSchema;
import org.neuralredshift.api.parameter.Parameters;

/** The mean variation of a function along random segments: {@link TotalVariationProbe} has the definition. */
public final class TotalVariationMetric implements Metric {
    /** For the service loader. */
    public TotalVariationMetric() {}

    @Override
    public String id() {
        return "total-variation";
    }

    @Override
    public int revision() {
        return 1;
    }

    @Override
    public Description description() {
        return new Description(
                "Mean total variation along random segments through the input space, in standard deviations.",
                "V = mean over segments of sum over m of |f(x_m) - f(x_(m-1))|, divided by the standard deviation of f"
                        + " over all points. A segment joins two independent uniform points of [-1, 1]^d, x_m are"
                        + " equidistant on it; the segments are the same for every network. Unscaled: V, in units of f.",
                "Teney, Jiang, Gogianu, Abbasnejad: Do We Always Need the Simplicity Bias? Looking for Optimal Inductive"
                        + " Biases in the Wild, CVPR 2025, which takes segments between points of the data; uniform ends,"
                        + " numbers and scale are assumed.");
    }

    @Override
    public ParameterSchema parameters() {
        return ParameterSchema.of(
                Parameter.integer("segments", 100, Origin.ASSUMED, 1, 1 << 20, "", "How many segments."),
                Parameter.integer(
                        "points",
                        32,
                        Origin.ASSUMED,
                        2,
                        1 << 16,
                        "",
                        "Points on each segment; variation that is finer than their distance is not seen in full."),
                Parameter.choice(
                        "scale",
                        "deviation",
                        Origin.ASSUMED,
                        List.of("deviation", "none"),
                        "Divide by the standard deviation of the function, or not at all."));
    }

    @Override
    public SampleSpec sampling(Grid requested, Parameters parameters) {
        return segments(parameters).sampling(requested.dimension());
    }

    @Override
    public Probe prepare(SampleSpec spec, Parameters parameters) {
        Segments segments = segments(parameters);
        if (!spec.equals(segments.sampling(spec.dimension()))) {
            throw new InvalidParameterException(
                    "the sampling",
                    spec.points() + " other points",
                    segments.count() + " segments of " + segments.points() + " points, as this metric asks for");
        }
        return new TotalVariationProbe(segments, parameters.text("scale").equals("deviation"));
    }

    private static Segments segments(Parameters parameters) {
        return new Segments(parameters.count("segments"), parameters.count("points"));
    }
}
