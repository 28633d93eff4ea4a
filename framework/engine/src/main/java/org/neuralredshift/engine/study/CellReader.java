package org.neuralredshift.engine.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neuralredshift.api.parameter.Parameter;
import org.neuralredshift.api.task.NullModel;
import org.neuralredshift.api.task.Task;
import org.neuralredshift.engine.Suggestions;
import org.neuralredshift.engine.plugin.Catalog;

/** Reads which cells a study has: its parameters, its sweeps, its null models. */
final class CellReader {
    private static final String NULL_MODEL_HELP =
            "Write a list such as [white-noise, linear], name: {parameter: value} for one of your own, or [] for none.";

    private final Task task;
    private final Catalog catalog;

    CellReader(Task task, Catalog catalog) {
        this.task = task;
        this.catalog = catalog;
    }

    /** The values that nodes give to parameters, in the order of the task's schema. */
    Map<String, List<Object>> values(Map<String, YamlNode> nodes) {
        nodes.forEach((name, node) -> require(name, node));
        Map<String, List<Object>> values = new LinkedHashMap<>();
        for (Parameter parameter : task.parameters().parameters()) {
            YamlNode node = nodes.get(parameter.name());
            if (node != null) {
                values.put(parameter.name(), ParameterValues.read(parameter, node, catalog));
            }
        }
        return values;
    }

    /** The values that a node gives to a parameter of the task. */
    List<Object> values(String name, YamlNode node) {
        return ParameterValues.read(require(name, node), node, catalog);
    }

    private Parameter require(String name, YamlNode place) {
        return task.parameters()
                .find(name)
                .orElseThrow(() -> place.mistake(
                        "is no parameter of the task " + task.id(),
                        Suggestions.hint(name, task.parameters().names())));
    }

    /** The field {@code sweeps}. */
    List<Map<String, List<Object>>> sweeps(@Nullable YamlNode node) {
        if (node == null) {
            return List.of();
        }
        if (!(node instanceof YamlNode.Sequence sequence)) {
            throw node.mistake("must be a list", "Write - {activation: tanh, magnitude: logspace(1, 50, 10)}.");
        }
        return sequence.items().stream()
                .map(item -> values(mapping(item).entries()))
                .toList();
    }

    /**
     * The field {@code null-models}; all that the task has if there is none.
     *
     * @param studied the cells of the networks
     */
    List<Study.NullModel> nullModels(@Nullable YamlNode node, CellSpace studied) {
        if (node == null) {
            return task.nullModels().stream()
                    .map(model -> model(model, studied))
                    .toList();
        }
        if (!(node instanceof YamlNode.Sequence sequence)) {
            throw node.mistake("must be a list", NULL_MODEL_HELP);
        }
        List<Study.NullModel> models = new ArrayList<>();
        for (YamlNode item : sequence.items()) {
            Study.NullModel model = item instanceof YamlNode.Mapping own ? own(own) : known(item, studied);
            if (models.stream().anyMatch(other -> other.name().equals(model.name()))) {
                throw item.mistake("is a second null model called " + model.name(), "Remove or rename one of the two.");
            }
            models.add(model);
        }
        return models;
    }

    private Study.NullModel own(YamlNode.Mapping item) {
        if (item.entries().size() != 1) {
            throw item.mistake("must have one key, the name of the null model", NULL_MODEL_HELP);
        }
        Map.Entry<String, YamlNode> only = item.entries().entrySet().iterator().next();
        Map<String, YamlNode> entries = mapping(only.getValue()).entries();
        if (entries.isEmpty()) {
            throw only.getValue().mistake("must name the parameters that make it", NULL_MODEL_HELP);
        }
        return new Study.NullModel(only.getKey(), values(entries));
    }

    private Study.NullModel known(YamlNode item, CellSpace studied) {
        String name = Scalars.text(item);
        List<String> names = task.nullModels().stream().map(NullModel::name).toList();
        return task.nullModels().stream()
                .filter(model -> model.name().equals(name))
                .findFirst()
                .map(model -> model(model, studied))
                .orElseThrow(() -> item.mistake(
                        "is " + name + ", which is no null model of the task " + task.id(),
                        Suggestions.hint(name, names) + " " + NULL_MODEL_HELP));
    }

    private Study.NullModel model(NullModel model, CellSpace studied) {
        Map<String, List<Object>> parameters = new LinkedHashMap<>();
        for (Parameter parameter : task.parameters().parameters()) {
            Object value = model.values().get(parameter.name());
            if (value != null) {
                parameters.put(parameter.name(), List.of(parameter.check(value)));
            } else if (model.follows().contains(parameter.name())) {
                parameters.put(parameter.name(), studied.values(parameter.name()));
            }
        }
        return new Study.NullModel(model.name(), parameters);
    }

    private static YamlNode.Mapping mapping(YamlNode node) {
        if (node instanceof YamlNode.Mapping mapping) {
            return mapping;
        }
        throw node.mistake("must be parameters with values", "Write {activation: tanh, depth: [1, 2]}.");
    }
}
