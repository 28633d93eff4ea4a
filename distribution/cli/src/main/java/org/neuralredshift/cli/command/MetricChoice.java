package org.neuralredshift.cli.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.neuralredshift.api.data.Grid;
import org.neuralredshift.api.metric.Metric;
import org.neuralredshift.api.metric.MetricSelection;
import org.neuralredshift.api.parameter.InvalidParameterException;
import org.neuralredshift.api.parameter.Parameter;
import org.neuralredshift.api.parameter.Parameters;
import org.neuralredshift.engine.UserException;
import org.neuralredshift.engine.plugin.Catalog;
import org.neuralredshift.engine.plugin.MetricSelections;
import picocli.CommandLine.Option;

/** The option {@code --metric} of several commands. */
final class MetricChoice {
    @Option(
            names = "--metric",
            paramLabel = "METRIC",
            description = {
                "A metric, with parameters in brackets: fourier, lz78[scan=hilbert]. May be given several times.",
                "If left out, all that are installed and sample a function on its own grid, at their defaults."
            })
    private List<String> metrics = new ArrayList<>();

    MetricChoice() {}

    /** Whether the user named them. */
    boolean isExplicit() {
        return !metrics.isEmpty();
    }

    /**
     * Measures something. A metric that cannot work there is a mistake if the user named it, else a failed measure.
     *
     * @param what is measured, for the message
     * @throws UserException naming the metric, what it cannot measure, and why
     */
    Measured attempt(MetricSelection metric, String what, Supplier<Measured> measure) {
        try {
            return measure.get();
        } catch (InvalidParameterException e) {
            if (isExplicit()) {
                throw new UserException(
                        metric.label() + " cannot measure " + what + ": " + e.getMessage() + ".",
                        "`nrs describe metric/" + metric.metric().id() + "` tells what it needs.",
                        e);
            }
            return Measured.failed(metric, String.valueOf(e.getMessage()));
        }
    }

    /**
     * Those that measure a function on this grid: all if the user named them, else those that sample it nowhere else. A
     * metric that refuses the grid stays, for its measure to say why.
     */
    List<MetricSelection> suited(List<MetricSelection> selections, Grid grid) {
        return isExplicit()
                ? selections
                : selections.stream().filter(metric -> samples(metric, grid)).toList();
    }

    private static boolean samples(MetricSelection metric, Grid grid) {
        try {
            return metric.metric().sampling(grid, metric.parameters()).equals(grid);
        } catch (InvalidParameterException e) {
            return true; // it belongs to this grid as much as to any: attempt() tells what it lacks
        }
    }

    /** The same metric with one word chosen otherwise, so that it measures on this grid: {@code chebyshev[nodes=grid]}. */
    static Optional<MetricSelection> onGrid(MetricSelection metric, Grid grid) {
        for (Parameter parameter : metric.metric().parameters().parameters()) {
            List<String> words = parameter.type() == Parameter.Type.CHOICE ? parameter.choices() : List.of();
            for (String word : words) {
                Map<String, Object> values =
                        new LinkedHashMap<>(metric.parameters().values());
                values.put(parameter.name(), word);
                MetricSelection other = new MetricSelection(metric.metric(), new Parameters(values));
                if (samples(other, grid)) {
                    return Optional.of(other);
                }
            }
        }
        return Optional.empty();
    }

    /**
     * The chosen metrics.
     *
     * @throws org.neuralredshift.engine.UserException if there is no such metric or parameter
     */
    List<MetricSelection> selections(Catalog catalog) {
        List<MetricSelection> selections = new ArrayList<>();
        if (isExplicit()) {
            metrics.forEach(text -> selections.add(MetricSelections.parse(text, catalog)));
        } else {
            for (Metric metric : catalog.metrics()) {
                selections.add(new MetricSelection(metric, metric.parameters().defaults()));
            }
        }
        return selections;
    }
}
