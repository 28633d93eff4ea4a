package org.neuralredshift.engine.run;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.neuralredshift.api.data.SampleSpec;
import org.neuralredshift.api.data.Samples;
import org.neuralredshift.api.data.Status;
import org.neuralredshift.api.metric.Measurement;
import org.neuralredshift.api.metric.MetricSelection;
import org.neuralredshift.api.metric.Probe;
import org.neuralredshift.api.parameter.InvalidParameterException;

/**
 * A probe that is held to its contract: where it throws, or calls a value ok that is NaN or infinite, the measurement is
 * failed with a reason that names the metric. So a metric spoils neither its neighbours nor means. What says something of
 * the machine or the installation ({@link VirtualMachineError}, {@link LinkageError}, also as a cause) is thrown on.
 */
public final class GuardedProbe implements Probe {
    private final String metric;
    private final Probe probe;
    private @Nullable Throwable fault;

    private GuardedProbe(String metric, Probe probe) {
        this.metric = metric;
        this.probe = probe;
    }

    /**
     * Prepares a metric; one that throws becomes a probe whose measurements all fail.
     *
     * @throws InvalidParameterException if such samples cannot be measured
     */
    public static GuardedProbe prepare(MetricSelection metric, SampleSpec spec) {
        String label = metric.label();
        try {
            return new GuardedProbe(label, metric.metric().prepare(spec, metric.parameters()));
        } catch (InvalidParameterException e) {
            throw e;
        } catch (RuntimeException | Error e) {
            if (RunEnd.of(e) != null) {
                throw e;
            }
            return new GuardedProbe(label, (function, out) -> {
                throw e;
            });
        }
    }

    /** A probe that has one answer to every function. */
    static Probe failing(String reason) {
        return (function, out) -> out.status(Status.FAILED, reason);
    }

    @Override
    public void measure(Samples function, Measurement out) {
        fault = null;
        try {
            probe.measure(function, out);
        } catch (RuntimeException | Error e) {
            if (RunEnd.of(e) != null) {
                throw e;
            }
            fault = e;
            out.clear();
            out.status(Status.FAILED, reason(metric, e));
        }
        if (out.status() == Status.OK && !Double.isFinite(out.value())) {
            String reason = metric + " gave " + out.value();
            fault = new ArithmeticException(reason);
            out.status(Status.FAILED, reason);
        }
    }

    /** How the metric broke its contract at the last function; empty if it did not, whatever status it gave. */
    public Optional<Throwable> fault() {
        return Optional.ofNullable(fault);
    }

    /** Metric, class and message: {@code fourier: IllegalStateException: no plan}. */
    static String reason(String metric, Throwable thrown) {
        String type = thrown.getClass().getName();
        String word = type.substring(type.lastIndexOf('.') + 1);
        String message = thrown.getMessage();
        return metric + ": " + (message == null ? word : word + ": " + message);
    }
}
