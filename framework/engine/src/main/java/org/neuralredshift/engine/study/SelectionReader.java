package org.neuralredshift.engine.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.neuralredshift.api.parameter.Composition;
import org.neuralredshift.api.parameter.Parameter;
import org.neuralredshift.api.parameter.ParameterSchema;
import org.neuralredshift.api.parameter.Selection;
import org.neuralredshift.engine.Suggestions;
import org.neuralredshift.engine.UserException;
import org.neuralredshift.engine.plugin.Catalog;
import org.neuralredshift.engine.plugin.ExtensionKind;
import org.neuralredshift.engine.plugin.Selections;

/**
 * Reads extensions with parameters. In YAML a word may have its parameters as keys, {@code snake: {frequency: 2}}, or a value of
 * its first declared parameter, {@code residual: paper}; several values of a parameter give several selections. A list is
 * several values of a parameter that takes one extension; one value of a parameter that takes a composition, unless an item is a
 * list or a whole composition itself.
 */
final class SelectionReader {
    private final Parameter parameter;
    private final Catalog catalog;
    private final Selections selections;
    private final ExtensionKind kind;
    private final String help;

    /** A value and where it was written. */
    record Placed(YamlNode node, String text) {}

    /** @param parameter whose type is EXTENSION or COMPOSITION */
    SelectionReader(Parameter parameter, Catalog catalog) {
        this.parameter = parameter;
        this.catalog = catalog;
        this.selections = new Selections(catalog);
        this.kind = Selections.kind(parameter);
        this.help = parameter.type() == Parameter.Type.COMPOSITION
                ? "Write mlp, mlp+layer-norm, or a list such as [dense, layer-norm, activation, {residual: paper}]."
                : "Write " + parameter.initial() + ", name[parameter=value], or {name: {parameter: value}}.";
    }

    /** Every value of a node, as the one text that stands for it. */
    List<Placed> read(YamlNode node) {
        if (node instanceof YamlNode.Sequence sequence && sequence.items().isEmpty()) {
            String none = parameter.type() == Parameter.Type.COMPOSITION ? " For no parts write none." : "";
            throw node.mistake(
                    "is an empty list", "Give at least one value, or remove the key for the default." + none);
        }
        if (parameter.type() == Parameter.Type.COMPOSITION) {
            return compositions(node);
        }
        List<Placed> values = new ArrayList<>();
        for (YamlNode item : node instanceof YamlNode.Sequence sequence ? sequence.items() : List.of(node)) {
            selections(item).forEach(selection -> values.add(new Placed(item, selection.text())));
        }
        return values;
    }

    private List<Placed> compositions(YamlNode node) {
        if (!(node instanceof YamlNode.Sequence sequence)) {
            return composition(node);
        }
        boolean isSweep = sequence.items().stream()
                .anyMatch(item -> item instanceof YamlNode.Sequence
                        || item instanceof YamlNode.Scalar scalar && Composition.isWhole(scalar.text()));
        return isSweep
                ? sequence.items().stream()
                        .flatMap(item -> composition(item).stream())
                        .toList()
                : composition(sequence);
    }

    /** A node that is one composition, or several if a parameter in it has several values. */
    private List<Placed> composition(YamlNode node) {
        if (node instanceof YamlNode.Scalar scalar) {
            Object text = explained(node, scalar.text(), () -> selections.canonical(parameter, scalar.text()));
            return List.of(new Placed(node, (String) text));
        }
        List<List<Selection>> found = List.of(List.of());
        for (YamlNode item : node instanceof YamlNode.Sequence sequence ? sequence.items() : List.of(node)) {
            found = product(found, selections(item));
        }
        return found.stream()
                .map(parts -> new Composition(parts).text(selections.beforeActivation()))
                .map(text -> new Placed(node, text))
                .toList();
    }

    /** The selections that one node stands for. */
    private List<Selection> selections(YamlNode node) {
        return switch (node) {
            case YamlNode.Scalar scalar -> List.of(explained(node, scalar.text(), () -> selection(scalar.text())));
            case YamlNode.Mapping mapping
            when mapping.entries().size() == 1 -> {
                Map.Entry<String, YamlNode> only =
                        mapping.entries().entrySet().iterator().next();
                yield selections(mapping, only.getKey(), only.getValue());
            }
            default -> throw node.mistake("must be one " + kind.word() + " with its parameters", help);
        };
    }

    private Selection selection(String text) {
        Selection selection = selections.parse(text);
        boolean isActivation = parameter.type() == Parameter.Type.COMPOSITION
                && selection.equals(Selection.of(Composition.ACTIVATION));
        return isActivation ? selection : selections.canonical(kind, selection);
    }

    private List<Selection> selections(YamlNode.Mapping node, String id, YamlNode options) {
        ParameterSchema schema =
                explained(node, id, () -> catalog.find(kind.type(), id).parameters());
        List<Map<String, Object>> found = List.of(Map.of());
        if (options instanceof YamlNode.Mapping mapping) {
            for (Map.Entry<String, YamlNode> option : mapping.entries().entrySet()) {
                Parameter declared = schema.find(option.getKey())
                        .orElseThrow(() -> option.getValue()
                                .mistake(
                                        "is no parameter of the " + kind.word() + " " + id,
                                        Suggestions.hint(option.getKey(), schema.names())));
                found = with(found, declared, ParameterValues.read(declared, option.getValue(), catalog));
            }
        } else {
            if (schema.parameters().isEmpty()) {
                throw options.mistake("is a parameter, but the " + kind.word() + " " + id + " has none", help);
            }
            Parameter first = schema.parameters().getFirst();
            found = with(found, first, ParameterValues.read(first, options, catalog));
        }
        return found.stream()
                .map(given -> Selection.of(id, schema, schema.resolve(given)))
                .toList();
    }

    /** Each of some choices with each value of one more parameter. */
    private static List<Map<String, Object>> with(
            List<Map<String, Object>> choices, Parameter parameter, List<Object> values) {
        List<Map<String, Object>> all = new ArrayList<>();
        for (Map<String, Object> choice : choices) {
            for (Object value : values) {
                Map<String, Object> more = new LinkedHashMap<>(choice);
                more.put(parameter.name(), value);
                all.add(more);
            }
        }
        return all;
    }

    private static List<List<Selection>> product(List<List<Selection>> lists, List<Selection> next) {
        List<List<Selection>> all = new ArrayList<>();
        for (List<Selection> list : lists) {
            for (Selection selection : next) {
                List<Selection> more = new ArrayList<>(list);
                more.add(selection);
                all.add(more);
            }
        }
        return all;
    }

    /** What a supplier gives; a failure is told with the place of a node. */
    private <T> T explained(YamlNode node, String text, Supplier<T> supplier) {
        try {
            return supplier.get();
        } catch (UserException e) {
            throw node.mistake("is " + text + ", but " + clause(e), e.hint().orElse(help));
        }
    }

    /** The message in the middle of a sentence. */
    private static String clause(UserException e) {
        String message = String.valueOf(e.getMessage()).replaceFirst("\\.$", "");
        return message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1);
    }
}
