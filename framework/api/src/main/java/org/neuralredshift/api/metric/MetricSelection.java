package org.neuralredshift.api.metric;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.neuralredshift.api.parameter.Parameters;

/**
 * A metric as a study chose it. Rows name it by {@link #name()}, {@link #variant()} and {@link #revision()}.
 *
 * @param metric the plugin
 * @param parameters its resolved parameters
 */
public record MetricSelection(Metric metric, Parameters parameters) {
    /** The part of the id before the colon. */
    public String name() {
        return metric.id().split(":", 2)[0];
    }

    /**
     * The part of the id after the colon, else {@code standard}; then every parameter that is not at its default. Put
     * together anew by each call.
     */
    public String variant() {
        String[] parts = metric.id().split(":", 2);
        List<String> words = new ArrayList<>(List.of(parts.length == 2 ? parts[1] : "standard"));
        Parameters defaults = metric.parameters().defaults();
        for (Map.Entry<String, Object> entry : parameters.values().entrySet()) {
            if (!entry.getValue().equals(defaults.get(entry.getKey()))) {
                words.add(entry.getKey() + "=" + entry.getValue());
            }
        }
        return String.join(",", words);
    }

    /** The revision of the metric. */
    public int revision() {
        return metric.revision();
    }

    /** Name and variant as one word: {@code fourier}, {@code fourier:prototype}, {@code lz78[scan=hilbert]}. */
    public String label() {
        String variant = variant();
        String[] words = variant.split(",", 2);
        String base = words[0].equals("standard") ? name() : name() + ":" + words[0];
        return words.length == 2 ? base + "[" + words[1] + "]" : base;
    }
}
