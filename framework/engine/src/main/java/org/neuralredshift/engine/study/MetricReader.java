package org.neuralredshift.engine.study;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.neuralredshift.api.data.Grid;
import org.neuralredshift.api.metric.MetricSelection;
import org.neuralredshift.api.parameter.Parameter;
import org.neuralredshift.api.task.Task;
import org.neuralredshift.engine.UserException;
import org.neuralredshift.engine.plugin.Catalog;
import org.neuralredshift.engine.plugin.MetricSelections;

/**
 * Reads the metrics of a study and asks each whether the study's grids can carry it, so that a study that cannot be
 * measured fails before it computes. A task whose functions live on a grid says so by an integer parameter {@code grid}:
 * points per axis, in two dimensions.
 */
final class MetricReader {
    private static final String GRID = "grid";
    private static final int DIMENSION = 2;

    private final Catalog catalog;
    private final List<Grid> grids;

    MetricReader(Catalog catalog, Task task, CellSpace space, List<Study.NullModel> nullModels) {
        this.catalog = catalog;
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
            MetricSelection metric = one(item);
            if (!labels.add(metric.label())) {
                throw item.mistake("names " + metric.label() + " twice", "Remove one of the two.");
            }
            checkGrids(item, metric);
            metrics.add(metric);
        }
        return metrics;
    }

    private MetricSelection one(YamlNode item) {
        try {
            return switch (item) {
                case YamlNode.Scalar scalar -> MetricSelections.parse(scalar.text(), catalog);
                case YamlNode.Mapping mapping
                when mapping.entries().size() == 1 -> {
                    Map.Entry<String, YamlNode> only =
                            mapping.entries().entrySet().iterator().next();
                    if (!(only.getValue() instanceof YamlNode.Mapping options)) {
                        throw only.getValue().mistake("must be keys with values, as in {scan: hilbert}", null);
                    }
                    yield MetricSelections.select(only.getKey(), options.plain(), catalog);
                }
                default ->
                    throw item.mistake(
                            "must be a metric", "Write fourier, lz78[scan=hilbert] or {lz78: {scan: hilbert}}.");
            };
        } catch (UserException e) {
            if (e.getMessage() != null && e.getMessage().startsWith(item.place().source() + ":")) {
                throw e;
            }
            String message = String.valueOf(e.getMessage());
            throw new UserException(
                    item.place() + ": " + item.path() + ": " + message, e.hint().orElse(null), e);
        }
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
            }
        }
    }
}
