package org.neuralredshift.engine.study;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.neuralredshift.api.parameter.Parameter;
import org.neuralredshift.api.parameter.ParameterSchema;
import org.neuralredshift.api.parameter.Selection;
import org.neuralredshift.engine.Suggestions;
import org.neuralredshift.engine.UserException;
import org.neuralredshift.engine.plugin.Catalog;
import org.neuralredshift.engine.plugin.ExtensionKind;
import org.neuralredshift.engine.plugin.Selections;

/**
 * Reads an extension with its parameters: {@code snake[frequency=2]}, {@code snake: {frequency: 2}}, or {@code snake: 2} for its
 * first declared parameter. Several values of a parameter give several selections.
 */
final class SelectionSweep {
    private final ExtensionKind kind;
    private final UnaryOperator<Selection> canonical;
    private final String help;
    private final Catalog catalog;

    /**
     * @param kind of extension
     * @param canonical what brings a selection to its one text, or refuses it
     * @param help how to write one
     */
    SelectionSweep(ExtensionKind kind, UnaryOperator<Selection> canonical, String help, Catalog catalog) {
        this.kind = kind;
        this.canonical = canonical;
        this.help = help;
        this.catalog = catalog;
    }

    /** The selections that one node stands for. */
    List<Selection> read(YamlNode node) {
        return switch (node) {
            case YamlNode.Scalar scalar -> {
                String text = scalar.text();
                yield List.of(explained(node, text, () -> canonical.apply(new Selections(catalog).parse(text))));
            }
            case YamlNode.Mapping mapping
            when mapping.entries().size() == 1 -> {
                Map.Entry<String, YamlNode> only =
                        mapping.entries().entrySet().iterator().next();
                yield read(mapping, only.getKey(), only.getValue());
            }
            default -> throw node.mistake("must be one " + kind.word() + " with its parameters", help);
        };
    }

    private List<Selection> read(YamlNode.Mapping node, String id, YamlNode given) {
        ParameterSchema schema =
                explained(node, id, () -> catalog.find(kind.type(), id).parameters());
        Map<String, List<Object>> options = new LinkedHashMap<>();
        if (given instanceof YamlNode.Mapping mapping) {
            mapping.entries().forEach((name, value) -> {
                Parameter declared = schema.find(name)
                        .orElseThrow(() -> value.mistake(
                                "is no parameter of the " + kind.word() + " " + id,
                                Suggestions.hint(name, schema.names())));
                options.put(name, ParameterValues.read(declared, value, catalog));
            });
        } else {
            if (schema.parameters().isEmpty()) {
                throw given.mistake("is a parameter, but the " + kind.word() + " " + id + " has none", help);
            }
            Parameter first = schema.parameters().getFirst();
            options.put(first.name(), ParameterValues.read(first, given, catalog));
        }
        return Combinations.of(options).stream()
                .map(values -> Selection.of(id, schema, schema.resolve(values)))
                .toList();
    }

    /** What a supplier gives; a failure is told with the place of a node. */
    <T> T explained(YamlNode node, String text, Supplier<T> supplier) {
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
