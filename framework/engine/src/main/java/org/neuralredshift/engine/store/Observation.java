package org.neuralredshift.engine.store;

import java.util.Map;
import org.neuralredshift.api.data.Status;

/**
 * One measurement of one network, as a row tells it.
 *
 * @param cell its id
 * @param parameters of the cell; shared by all observations of a cell
 * @param seed of the network
 * @param metric label of a metric or a quantity, with the stage if it is not the last: {@code fourier},
 *     {@code lz78[scan=hilbert]}, {@code test-accuracy@100}; empty if the network failed before any metric
 * @param status as in the row
 * @param value complexity; NaN unless the status is ok
 */
public record Observation(
        String cell, Map<String, Object> parameters, long seed, String metric, String status, double value) {
    private static final String OK = Status.OK.id();

    /** Whether there is a value. */
    public boolean isOk() {
        return status.equals(OK) && Double.isFinite(value);
    }

    /** Whether both tell of the same network. */
    public boolean isOfNetworkOf(Observation other) {
        return seed == other.seed && cell.equals(other.cell);
    }

    /** Whether this tells of that metric: a network that failed altogether tells of each. */
    public boolean concerns(String label) {
        return metric.equals(label) || metric.isEmpty();
    }
}
