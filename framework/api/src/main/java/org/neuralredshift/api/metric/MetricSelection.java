package org.neuralredshift.api.metric;

import static org.neuralredshift.api.annotation.Api.Stability.INCUBATING;

import org.neuralredshift.api.annotation.Api;
import org.neuralredshift.api.parameter.Parameters;
import org.neuralredshift.api.parameter.Selection;

/**
 * A metric as a study chose it. Rows name it by {@link #name()}, {@link #variant()} and {@link #revision()}.
 *
 * @param metric the plugin
 * @param parameters its resolved parameters
 */
@Api(INCUBATING)
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
        String base = parts.length == 2 ? parts[1] : "standard";
        String options = selection().optionText();
        return options.isEmpty() ? base : base + "," + options;
    }

    /** The revision of the metric. */
    public int revision() {
        return metric.revision();
    }

    /** Name and variant as one word: {@code fourier}, {@code fourier:prototype}, {@code lz78[scan=hilbert]}. */
    public String label() {
        return selection().text();
    }

    private Selection selection() {
        return Selection.of(metric.id(), metric.parameters(), parameters);
    }
}
