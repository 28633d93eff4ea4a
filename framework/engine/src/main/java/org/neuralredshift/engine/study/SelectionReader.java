package org.neuralredshift.engine.study;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.neuralredshift.api.parameter.Composition;
import org.neuralredshift.api.parameter.Parameter;
import org.neuralredshift.api.parameter.Selection;
import org.neuralredshift.engine.plugin.Catalog;
import org.neuralredshift.engine.plugin.ExtensionKind;
import org.neuralredshift.engine.plugin.Selections;

/**
 * Reads the values of a parameter that names extensions. A list is several values of a parameter that takes one extension; one
 * value of a parameter that takes a composition, unless an item is a list or a whole composition itself. A single layer beside
 * those is refused, for it may be meant as a part or as a composition.
 */
final class SelectionReader {
    private final boolean isComposition;
    private final Parameter parameter;
    private final Selections selections;
    private final SelectionSweep sweep;

    /** A value and where it was written. */
    record Placed(YamlNode node, String text) {}

    /** @param parameter whose type is EXTENSION or COMPOSITION */
    SelectionReader(Parameter parameter, Catalog catalog) {
        this.isComposition = parameter.type() == Parameter.Type.COMPOSITION;
        this.parameter = parameter;
        this.selections = new Selections(catalog);
        ExtensionKind kind = Selections.kind(parameter);
        String help = isComposition
                ? "Write mlp, mlp+layer-norm, or a list such as [dense, layer-norm, activation, {residual: paper}]."
                : "Write " + parameter.initial() + ", name[parameter=value], or {name: {parameter: value}}.";
        this.sweep = new SelectionSweep(
                kind,
                isComposition ? selections::canonicalPart : selection -> selections.canonical(kind, selection),
                help,
                catalog);
    }

    /** Every value of a node, as the one text that stands for it. */
    List<Placed> read(YamlNode node) {
        if (node instanceof YamlNode.Sequence sequence && sequence.items().isEmpty()) {
            String none = isComposition ? " For no parts write none." : "";
            throw node.mistake(
                    "is an empty list", "Give at least one value, or remove the key for the default." + none);
        }
        if (isComposition) {
            return compositions(node);
        }
        return items(node).stream()
                .flatMap(item -> sweep.read(item).stream().map(selection -> new Placed(item, selection.text())))
                .toList();
    }

    private static List<YamlNode> items(YamlNode node) {
        return node instanceof YamlNode.Sequence sequence ? sequence.items() : List.of(node);
    }

    private List<Placed> compositions(YamlNode node) {
        if (!(node instanceof YamlNode.Sequence sequence)
                || sequence.items().stream().noneMatch(SelectionReader::isWhole)) {
            return composition(node);
        }
        sequence.items().stream()
                .filter(item -> isWhole(item) && !isNone(item))
                .findFirst()
                .ifPresent(whole -> requireWhole(sequence.items(), whole));
        return sequence.items().stream()
                .flatMap(item -> composition(item).stream())
                .toList();
    }

    private static void requireWhole(List<YamlNode> items, YamlNode whole) {
        for (YamlNode item : items) {
            if (!isWhole(item)) {
                String word = item instanceof YamlNode.Scalar scalar ? "is " + scalar.text() + ", " : "is ";
                throw item.mistake(
                        word + "a single layer, but stands beside the whole composition " + whole.path(),
                        "If it is a composition of its own, put it in brackets; if it is a part, put all parts in one"
                                + " list.");
            }
        }
    }

    private static boolean isWhole(YamlNode item) {
        return item instanceof YamlNode.Sequence
                || item instanceof YamlNode.Scalar scalar && Composition.isWhole(scalar.text());
    }

    /** Nothing can be a part of no parts. */
    private static boolean isNone(YamlNode item) {
        return item instanceof YamlNode.Scalar scalar && scalar.text().equals(Composition.NONE);
    }

    /** A node that is one composition, or several if a parameter in it has several values. */
    private List<Placed> composition(YamlNode node) {
        if (node instanceof YamlNode.Scalar scalar) {
            Object text = sweep.explained(node, scalar.text(), () -> selections.canonical(parameter, scalar.text()));
            return List.of(new Placed(node, (String) text));
        }
        Map<Integer, List<Selection>> byPosition = new LinkedHashMap<>();
        items(node).forEach(item -> byPosition.put(byPosition.size(), sweep.read(item)));
        return Combinations.of(byPosition).stream()
                .map(parts -> new Composition(List.copyOf(parts.values())).text(selections.beforeActivation()))
                .map(text -> new Placed(node, text))
                .toList();
    }
}
