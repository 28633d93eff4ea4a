package org.neuralredshift.metrics.spectral;

import java.util.List;
import java.util.Optional;
import org.neuralredshift.api.Description;
import org.neuralredshift.api.data.Grid;
import org.neuralredshift.api.data.SampleSpec;
import org.neuralredshift.api.metric.Metric;
import org.neuralredshift.api.metric.MetricGraph;
import org.neuralredshift.api.metric.Probe;
import org.neuralredshift.api.parameter.Origin;
import org.neuralredshift.api.parameter.Parameter;
import org.neuralredshift.api.parameter.ParameterSchema;
import org.neuralredshift.api.parameter.Parameters;

/** The mean frequency of a function on a square grid: {@link FourierProbe} has the definition. */
public final class FourierMetric implements Metric {
    /** For the service loader. */
    public FourierMetric() {}

    @Override
    public String id() {
        return "fourier";
    }

    @Override
    public int revision() {
        return 1;
    }

    @Override
    public Description description() {
        return new Description(
                "Mean frequency of the function's Fourier spectrum; white noise is near 1, smooth functions near 0.",
                "C = (sum over k of k f(k) / sum over k of f(k)) / C_white, k = 1..n/2. f(k) is the mean of |F| over the"
                        + " bins with round(|bin|) = k, F the two-dimensional transform of the samples minus their mean,"
                        + " times the symmetric Hann window 0.5 - 0.5 cos(2 pi j / (n - 1)), j = 0..n-1, along each axis"
                        + " (the periodic one, with n for n - 1, gives other numbers). C_white is the same mean frequency"
                        + " of the spectrum that Gaussian white noise is expected to have on this grid. Unscaled: in cycles"
                        + " per n samples.",
                "Teney, Nicolicioiu, Hartmann, Abbasnejad: Neural Redshift, CVPR 2024, arXiv 2403.02241. The mean over k"
                        + " is the paper's; amplitudes, window, rings and scale are assumed.");
    }

    @Override
    public ParameterSchema parameters() {
        return ParameterSchema.of(
                Parameter.choice(
                        "spectrum",
                        "amplitude",
                        Origin.ASSUMED,
                        List.of("amplitude", "power"),
                        "Whether a bin weighs by |F| or by its square."),
                Parameter.choice(
                        "ring",
                        "mean",
                        Origin.ASSUMED,
                        List.of("mean", "sum"),
                        "Whether the bins of one frequency are averaged or added up."),
                Parameter.choice(
                        "window",
                        "hann",
                        Origin.ASSUMED,
                        List.of("none", "hann", "mirror"),
                        "What is done about the jump at the edges: nothing, the symmetric Hann window, or reflection."),
                Parameter.choice(
                        "scale",
                        "white",
                        Origin.ASSUMED,
                        List.of("white", "nyquist", "none"),
                        "Divide by the mean frequency of white noise, by the highest frequency, or not at all."));
    }

    @Override
    public SampleSpec sampling(Grid requested, Parameters parameters) {
        SquareGrid.size(requested);
        return requested;
    }

    @Override
    public Probe prepare(SampleSpec spec, Parameters parameters) {
        int size = SquareGrid.size(spec);
        return new FourierProbe(size, window(parameters), mean(size, parameters));
    }

    /**
     * {@inheritDoc}
     *
     * <p>For up to 321 points per axis, 160 with the window {@code mirror}: beyond, its tables are too large.
     */
    @Override
    public Optional<MetricGraph> graph(SampleSpec spec, Parameters parameters) {
        int size = SquareGrid.size(spec);
        Window window = window(parameters);
        return FourierGraph.fits(size, window)
                ? Optional.of(new FourierGraph(size, window, isPower(parameters), mean(size, parameters)))
                : Optional.empty();
    }

    private static Window window(Parameters parameters) {
        return Window.named(parameters.text("window"));
    }

    private static boolean isPower(Parameters parameters) {
        return parameters.text("spectrum").equals("power");
    }

    private static RingMean mean(int size, Parameters parameters) {
        return new RingMean(
                size,
                window(parameters),
                isPower(parameters),
                parameters.text("ring").equals("mean"),
                parameters.text("scale"));
    }
}
