package org.neuralredshift.engine.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.neuralredshift.engine.Suggestions;

/**
 * Reads the figures of a study. What a kind of figure needs is the report's business; that an axis names a parameter or
 * a metric of this study is checked here, before anything is computed.
 */
final class FigureReader {
    private static final Set<String> AXES = Set.of("panel", "x", "y", "lines", "colour");
    private static final Set<String> METRICS = Set.of("metric", "metrics");

    private FigureReader() {}

    static List<Map<String, Object>> read(@Nullable YamlNode node, List<String> parameters, List<String> metrics) {
        if (node == null) {
            return List.of();
        }
        if (!(node instanceof YamlNode.Sequence sequence)) {
            throw node.mistake("must be a list of figures", "Write - {kind: heatmap, ...}");
        }
        List<Map<String, Object>> figures = new ArrayList<>();
        for (YamlNode item : sequence.items()) {
            if (!(item instanceof YamlNode.Mapping figure)) {
                throw item.mistake("must be keys with values", "Write - {kind: heatmap, ...}");
            }
            if (!figure.entries().containsKey("kind")) {
                throw figure.mistake("has no kind", "Write - {kind: heatmap, ...}");
            }
            checkNames(figure, parameters, metrics);
            figures.add(figure.plain());
        }
        return figures;
    }

    private static void checkNames(YamlNode.Mapping figure, List<String> parameters, List<String> metrics) {
        List<String> axes = new ArrayList<>(parameters);
        axes.addAll(metrics);
        figure.entries().forEach((key, value) -> {
            if (AXES.contains(key)) {
                items(value)
                        .forEach(item ->
                                check(item, axes, "neither a parameter of the task nor a metric of this study"));
            } else if (METRICS.contains(key)) {
                items(value).forEach(item -> check(item, metrics, "no metric of this study"));
            }
        });
    }

    private static List<YamlNode> items(YamlNode node) {
        return node instanceof YamlNode.Sequence sequence ? sequence.items() : List.of(node);
    }

    private static void check(YamlNode node, List<String> names, String problem) {
        String name = Scalars.text(node);
        if (!names.contains(name)) {
            throw node.mistake(
                    "is " + name + ", which is " + problem,
                    Suggestions.hint(name, names) + " Change the figure, or leave figures out with --set figures=[].");
        }
    }
}
