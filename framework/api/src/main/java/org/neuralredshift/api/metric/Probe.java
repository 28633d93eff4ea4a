package org.neuralredshift.api.metric;

import static org.neuralredshift.api.annotation.Api.Stability.STABLE;

import org.neuralredshift.api.annotation.Api;
import org.neuralredshift.api.data.Samples;

/** A prepared metric: measures one function after another on one thread, without allocating. */
@FunctionalInterface
@Api(STABLE)
public interface Probe {
    /**
     * Measures one function. The host has checked that it is neither constant, nor rounding noise, and that all its values
     * are finite; a probe need not look for NaN. What it cannot measure for a reason of its own it says by
     * {@link Measurement#status(org.neuralredshift.api.data.Status, String)}: a value of NaN is no answer.
     *
     * <p>If this throws, or leaves the status ok with a value that is NaN or infinite, the measurement is failed, with a
     * reason that names the metric; other metrics of the same function keep their values.
     *
     * @param function sampled where {@link Metric#sampling} said
     * @param out receives at least {@link Measurement#value(double)}
     */
    void measure(Samples function, Measurement out);
}
