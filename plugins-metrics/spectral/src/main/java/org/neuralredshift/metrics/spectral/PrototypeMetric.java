package org.neuralredshift.metrics.spectral;

import java.util.Optional;
import org.neuralredshift.api.Description;
import org.neuralredshift.api.data.Grid;
import org.neuralredshift.api.data.SampleSpec;
import org.neuralredshift.api.metric.Metric;
import org.neuralredshift.api.metric.MetricGraph;
import org.neuralredshift.api.metric.Probe;
import org.neuralredshift.api.parameter.Parameters;

/** The mean frequency as a prototype of the paper's authors computes it: {@link PrototypeProbe} has the definition. */
public final class PrototypeMetric implements Metric {
    /** For the service loader. */
    public PrototypeMetric() {}

    @Override
    public String id() {
        return "fourier:prototype";
    }

    @Override
    public int revision() {
        return 1;
    }

    @Override
    public Description description() {
        return new Description(
                "Mean frequency as in the authors' prototype, without window; white noise is near 0.54.",
                "C = (sum over r of r S(r) / sum over r of S(r)) / r_max. S(r) is the sum of |F| over the bins (i, j) of"
                        + " the quarter plane 0 <= i, j <= n/2 with round(sqrt(i^2 + j^2)) = r, F the two-dimensional"
                        + " transform of the samples, its constant left out; r_max is the ring of the corner."
                        + " Unscaled: in cycles per n samples.",
                "Prototype code of a co-author of Neural Redshift (github.com/ArmandNM/neural-redshift).");
    }

    @Override
    public SampleSpec sampling(Grid requested, Parameters parameters) {
        SquareGrid.size(requested);
        return requested;
    }

    @Override
    public Probe prepare(SampleSpec spec, Parameters parameters) {
        return new PrototypeProbe(SquareGrid.size(spec));
    }

    /**
     * {@inheritDoc}
     *
     * <p>For up to 279 points per axis: beyond, its tables are too large.
     */
    @Override
    public Optional<MetricGraph> graph(SampleSpec spec, Parameters parameters) {
        int size = SquareGrid.size(spec);
        return PrototypeGraph.fits(size) ? Optional.of(new PrototypeGraph(size)) : Optional.empty();
    }
}
