package org.neuralredshift.api.metric;

import static org.neuralredshift.api.annotation.Api.Stability.STABLE;

import java.util.Optional;
import org.neuralredshift.api.Extension;
import org.neuralredshift.api.annotation.Api;
import org.neuralredshift.api.data.Grid;
import org.neuralredshift.api.data.SampleSpec;
import org.neuralredshift.api.parameter.Parameters;

/** A measure of how complex a function is. */
@Api(STABLE)
public interface Metric extends Extension {
    /**
     * Where this metric wants the function sampled, given the grid that the study asks for. The grid itself by default.
     *
     * @throws org.neuralredshift.api.parameter.InvalidParameterException if such a grid cannot carry the metric
     */
    default SampleSpec sampling(Grid requested, Parameters parameters) {
        return requested;
    }

    /**
     * Tables and scratch for measuring functions sampled at {@code spec}. Called once per worker and specification.
     *
     * @throws org.neuralredshift.api.parameter.InvalidParameterException if such samples cannot be measured
     */
    Probe prepare(SampleSpec spec, Parameters parameters);

    /**
     * The same measurement as a tensor program, for backends that had better measure where they compute: what they hand over then
     * is a few numbers for each function instead of all its samples. Empty by default, and for whatever is not worth it: then the
     * probe measures. Called once per worker and specification.
     *
     * @param spec one that {@link #prepare} takes
     */
    default Optional<MetricGraph> graph(SampleSpec spec, Parameters parameters) {
        return Optional.empty();
    }
}
