package org.neuralredshift.engine.claims;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.neuralredshift.engine.store.Observation;

/** Rows for tests: cells of an activation and a magnitude, one value of {@code fourier} for each seed. */
final class Rows {
    private final List<Observation> observations = new ArrayList<>();

    /** A cell whose seeds 0, 1, ... have these values. */
    Rows cell(String activation, double magnitude, double... values) {
        return cell(Map.of("activation", activation, "magnitude", magnitude), "fourier", values);
    }

    /** NaN stands for a constant function. */
    Rows cell(Map<String, Object> parameters, String metric, double... values) {
        for (int seed = 0; seed < values.length; seed++) {
            String status = Double.isNaN(values[seed]) ? "constant" : "ok";
            observations.add(new Observation(parameters.toString(), parameters, seed, metric, status, values[seed]));
        }
        return this;
    }

    /** A network that failed before any metric. */
    Rows failed(String activation, double magnitude, long seed) {
        Map<String, Object> parameters = Map.of("activation", activation, "magnitude", magnitude);
        observations.add(new Observation(parameters.toString(), parameters, seed, "", "failed", Double.NaN));
        return this;
    }

    List<Observation> observations() {
        return observations;
    }

    ClaimResult test(Map<String, Object> claim) {
        Map<String, Object> named = new LinkedHashMap<>(Map.of("claim", "a claim", "metric", "fourier"));
        named.putAll(claim);
        return Claims.test(ClaimReader.read(named), MeasuredCell.all(observations));
    }
}
