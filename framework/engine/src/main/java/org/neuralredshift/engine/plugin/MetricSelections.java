package org.neuralredshift.engine.plugin;

import java.util.LinkedHashMap;
import java.util.Map;
import org.neuralredshift.api.metric.Metric;
import org.neuralredshift.api.metric.MetricSelection;
import org.neuralredshift.api.parameter.InvalidParameterException;
import org.neuralredshift.api.parameter.Parameter;
import org.neuralredshift.api.parameter.Selection;
import org.neuralredshift.engine.Suggestions;
import org.neuralredshift.engine.UserException;

/** Reads metrics as people write them; the inverse of {@link MetricSelection#label()}. */
public final class MetricSelections {
    private MetricSelections() {}

    /**
     * Reads {@code fourier}, {@code fourier:prototype} or {@code lz78[scan=hilbert,levels=4]}.
     *
     * @throws UserException if there is no such metric or parameter, or the value is not lawful
     */
    public static MetricSelection parse(String text, Catalog catalog) {
        Selection selection;
        try {
            selection = Selection.parse(text);
        } catch (IllegalArgumentException e) {
            throw new UserException(e.getMessage() + ".", "Write it as fourier or lz78[scan=hilbert,levels=4].", e);
        }
        return select(selection.id(), selection.options(), catalog);
    }

    /**
     * Selects a metric with some of its parameters; values that are text are read as the type of the parameter.
     *
     * @throws UserException if there is no such metric or parameter, or the value is not lawful
     */
    public static MetricSelection select(String id, Map<String, ?> given, Catalog catalog) {
        Metric metric = catalog.find(Metric.class, id);
        Map<String, Object> typed = new LinkedHashMap<>();
        given.forEach((name, value) -> {
            Parameter parameter = metric.parameters()
                    .find(name)
                    .orElseThrow(() -> new UserException(
                            "The metric " + id + " has no parameter " + name + ".",
                            Suggestions.hint(name, metric.parameters().names())));
            typed.put(name, value instanceof String text ? parse(id, parameter, text) : value);
        });
        try {
            return new MetricSelection(metric, metric.parameters().resolve(typed));
        } catch (InvalidParameterException e) {
            throw invalid(id, e);
        }
    }

    private static Object parse(String id, Parameter parameter, String text) {
        try {
            return parameter.parse(text);
        } catch (InvalidParameterException e) {
            throw invalid(id, e);
        }
    }

    private static UserException invalid(String id, InvalidParameterException e) {
        return new UserException("The metric " + id + ": " + e.getMessage() + ".", null, e);
    }
}
