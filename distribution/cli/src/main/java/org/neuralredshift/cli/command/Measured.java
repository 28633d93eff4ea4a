package org.neuralredshift.cli.command;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.neuralredshift.api.data.Samples;
import org.neuralredshift.api.data.Status;
import org.neuralredshift.api.metric.Measurement;
import org.neuralredshift.api.metric.MetricSelection;
import org.neuralredshift.api.parameter.InvalidParameterException;
import org.neuralredshift.cli.console.Quantity;
import org.neuralredshift.cli.console.Table;
import org.neuralredshift.engine.run.GuardedProbe;

/**
 * One metric of one function.
 *
 * @param metric that was asked for
 * @param status whether there was something to measure
 * @param value the complexity; NaN unless the status is ok
 * @param raw before any normalisation; NaN if the metric has none
 * @param spectrum what the value is the mean of; empty if the metric has none
 * @param fault how the metric broke its contract; empty if it did not
 * @param reason of a status other than ok, if the metric gave one; else empty
 */
record Measured(
        MetricSelection metric,
        Status status,
        double value,
        double raw,
        List<Double> spectrum,
        Optional<Throwable> fault,
        String reason) {

    /**
     * Measures a function; one that has no shape only gets a status, and so does one at which the metric fails.
     *
     * @throws InvalidParameterException if the metric cannot work on such samples
     */
    static Measured of(MetricSelection metric, Samples function) {
        Measurement measurement = new Measurement();
        measurement.status(function.status());
        Optional<Throwable> fault = Optional.empty();
        if (measurement.status() == Status.OK) {
            GuardedProbe probe = GuardedProbe.prepare(metric, function.spec());
            probe.measure(function, measurement);
            fault = probe.fault();
        }
        List<Double> spectrum = Arrays.stream(measurement.spectrum()).boxed().toList();
        String reason = measurement.reason().orElse("");
        return new Measured(
                metric, measurement.status(), measurement.value(), measurement.raw(), spectrum, fault, reason);
    }

    /** A metric that cannot work on such samples. */
    static Measured failed(MetricSelection metric, String reason) {
        return new Measured(metric, Status.FAILED, Double.NaN, Double.NaN, List.of(), Optional.empty(), reason);
    }

    /** Name, variant, revision, value, raw, status; the reason if there is one. */
    Map<String, Object> record() {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("name", metric.name());
        record.put("variant", metric.variant());
        record.put("revision", metric.revision());
        record.put("value", value);
        record.put("raw", raw);
        record.put("status", status.id());
        if (!reason.isEmpty()) {
            record.put("reason", reason);
        }
        return record;
    }

    /** A table for people. */
    static String table(List<Measured> all) {
        Table table = new Table();
        for (Measured one : all) {
            String note = one.reason.isEmpty() ? one.status.id() : one.status.id() + ": " + one.reason;
            table.row(one.metric.label(), number(one.value), number(one.raw), note);
        }
        return table.toString();
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "-" : Quantity.number(value);
    }
}
