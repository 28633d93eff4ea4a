package org.neuralredshift.engine.study;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.neuralredshift.api.data.Grid;
import org.neuralredshift.api.metric.MetricSelection;
import org.neuralredshift.api.parameter.Parameter;
import org.neuralredshift.api.parameter.Selection;
import org.neuralredshift.api.task.Task;
import org.neuralredshift.engine.plugin.Catalog;
import org.neuralredshift.engine.plugin.ExtensionKind;
import org.neuralredshift.engine.plugin.MetricSelections;
import org.neuralredshift.engine.plugin.Selections;

/**
 * Reads the metrics of a study and asks each whether the study's grids can carry it, so that a study that cannot be
 * measured fails before it computes. A task whose functions live on a grid says so by an integer parameter {@code grid}:
 * points per axis, in two dimensions.
 */
final class MetricReader {
    private static final String GRID = "grid";
    private static final int DIMENSION = 2;

    private final Catalog catalog;
    private final SelectionSweep sweep;
    private final List<Grid> grids;

    MetricReader(Catalog catalog, Task task, CellSpace space, List<Study.NullModel> nullModels) {
        this.catalog = catalog;
        Selections selections = new Selections(catalog);
        this.sweep = new SelectionSweep(
                ExtensionKind.METRIC,
                selection -> selections.canonical(ExtensionKind.METRIC, selection),
                "Write fourier, lz78[scan=hilbert] or {lz78: {scan: [rows, hilbert]}}.",
                catalog);
        boolean onGrid = task.parameters()
                .find(GRID)
                .filter(parameter -> parameter.type() == Parameter.Type.INTEGER)
                .isPresent();
        this.grids = onGrid
                ? Stream.concat(
                                space.values(GRID).stream(),
                                nullModels.stream()
                                        .flatMap(model -> model.parameters().getOrDefault(GRID, List.of()).stream()))
                        .distinct()
                        .map(size -> Grid.uniform(Math.toIntExact((Long) size), DIMENSION))
                        .toList()
                : List.of();
    }

    List<MetricSelection> read(YamlNode node) {
        List<YamlNode> items = node instanceof YamlNode.Sequence sequence ? sequence.items() : List.of(node);
        if (items.isEmpty()) {
            throw node.mistake("is an empty list", "Name at least one metric.");
        }
        List<MetricSelection> metrics = new ArrayList<>();
        Set<String> labels = new LinkedHashSet<>();
        for (YamlNode item : items) {
            for (Selection selection : sweep.read(item)) {
                MetricSelection metric = MetricSelections.of(selection, catalog);
                if (!labels.add(metric.label())) {
                    throw item.mistake("names " + metric.label() + " twice", "Remove one of the two.");
                }
                checkGrids(item, metric);
                metrics.add(metric);
            }
        }
        return metrics;
    }

    private void checkGrids(YamlNode item, MetricSelection metric) {
        for (Grid grid : grids) {
            try {
                metric.metric().sampling(grid, metric.parameters());
            } catch (IllegalArgumentException e) {
                throw item.mistake(
                        "is " + metric.label() + ", which a grid of " + grid.size() + " by " + grid.size()
                                + " points cannot carry: " + e.getMessage(),
                        "Change the metric, or set another parameters.grid.");
            } catch (RuntimeException e) {
                throw item.mistake(
                        "is " + metric.label() + ", whose sampling threw "
                                + e.getClass().getSimpleName() + ": " + e.getMessage(),
                        "This is a fault of the plugin: tell its author, and leave the metric out meanwhile.");
            }
        }
    }
}
