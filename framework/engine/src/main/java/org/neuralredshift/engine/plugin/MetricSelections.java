package org.neuralredshift.engine.plugin;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.neuralredshift.api.metric.Metric;
import org.neuralredshift.api.metric.MetricSelection;
import org.neuralredshift.api.parameter.InvalidParameterException;
import org.neuralredshift.api.parameter.Parameter;
import org.neuralredshift.engine.Suggestions;
import org.neuralredshift.engine.UserException;

/** Reads metrics as people write them; the inverse of {@link MetricSelection#label()}. */
public final class MetricSelections {
    private static final Pattern TEXT = Pattern.compile("\\s*([^\\[\\]]+?)\\s*(?:\\[(.*)])?\\s*");

    private MetricSelections() {}

    /**
     * Reads {@code fourier}, {@code fourier:prototype} or {@code lz78[scan=hilbert,levels=4]}.
     *
     * @throws UserException if there is no such metric or parameter, or the value is not lawful
     */
    public static MetricSelection parse(String text, Catalog catalog) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new UserException(
                    "'" + text + "' names no metric.", "Write it as fourier or lz78[scan=hilbert,levels=4].");
        }
        Map<String, Object> given = new LinkedHashMap<>();
        String options = Optional.ofNullable(matcher.group(2)).orElse("");
        for (String option : options.isBlank() ? new String[0] : options.split(",")) {
            String[] pair = option.split("=", 2);
            if (pair.length < 2) {
                throw new UserException(
                        "'" + option.strip() + "' in " + text + " has no value.",
                        "Write it as " + option.strip() + "=...");
            }
            given.put(pair[0].strip(), pair[1].strip());
        }
        return select(matcher.group(1), given, catalog);
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
