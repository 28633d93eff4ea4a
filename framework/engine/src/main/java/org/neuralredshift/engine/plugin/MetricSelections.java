package org.neuralredshift.engine.plugin;

import org.neuralredshift.api.metric.Metric;
import org.neuralredshift.api.metric.MetricSelection;
import org.neuralredshift.api.parameter.Selection;

/** Metrics as people write them; the inverse of {@link MetricSelection#label()}. */
public final class MetricSelections {
    private MetricSelections() {}

    /**
     * Reads {@code fourier}, {@code fourier:prototype} or {@code lz78[scan=hilbert,levels=4]}.
     *
     * @throws org.neuralredshift.engine.UserException if there is no such metric or parameter, or the value is not lawful
     */
    public static MetricSelection parse(String text, Catalog catalog) {
        Selections selections = new Selections(catalog);
        return of(selections.canonical(ExtensionKind.METRIC, selections.parse(text)), catalog);
    }

    /** The metric of a selection that was checked against the catalog. */
    public static MetricSelection of(Selection selection, Catalog catalog) {
        Metric metric = catalog.find(Metric.class, selection.id());
        return new MetricSelection(metric, selection.resolve(metric.parameters()));
    }
}
