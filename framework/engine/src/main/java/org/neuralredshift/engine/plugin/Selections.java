package org.neuralredshift.engine.plugin;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.neuralredshift.api.Extension;
import org.neuralredshift.api.network.Layer;
import org.neuralredshift.api.parameter.Composition;
import org.neuralredshift.api.parameter.InvalidParameterException;
import org.neuralredshift.api.parameter.Parameter;
import org.neuralredshift.api.parameter.ParameterSchema;
import org.neuralredshift.api.parameter.Parameters;
import org.neuralredshift.api.parameter.Selection;
import org.neuralredshift.engine.Suggestions;
import org.neuralredshift.engine.UserException;

/**
 * Extensions with parameters as people write them, {@code snake[frequency=2]} and {@code mlp+residual[form=textbook]}, checked
 * against what is installed and brought to the one text that stands for them in rows.
 */
public final class Selections {
    private final Catalog catalog;

    /** @param catalog what may be named */
    public Selections(Catalog catalog) {
        this.catalog = catalog;
    }

    /**
     * The one text of a value of a parameter that names extensions; any other value as it is.
     *
     * @throws UserException if there is no such extension or parameter of it, or a value is not lawful
     */
    public Object canonical(Parameter parameter, Object value) {
        return switch (parameter.type()) {
            case EXTENSION -> canonical(kind(parameter), parse((String) value)).text();
            case COMPOSITION -> canonical(composition((String) value)).text(beforeActivation());
            case INTEGER, REAL, CHOICE, FLAG, TEXT -> value;
        };
    }

    /** These values with every one that names extensions as its one text. */
    public Parameters canonical(ParameterSchema schema, Parameters parameters) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Parameter parameter : schema.parameters()) {
            values.put(parameter.name(), canonical(parameter, parameters.get(parameter.name())));
        }
        return new Parameters(values);
    }

    /** The extensions that a value names; none if its parameter is of another type. */
    public List<Extension> extensions(Parameter parameter, Object value) {
        return switch (parameter.type()) {
            case EXTENSION ->
                List.of(catalog.find(
                        kind(parameter).type(), parse((String) value).id()));
            case COMPOSITION ->
                composition((String) value).parts().stream()
                        .filter(part -> !part.id().equals(Composition.ACTIVATION))
                        .<Extension>map(part -> catalog.find(Layer.class, part.id()))
                        .toList();
            case INTEGER, REAL, CHOICE, FLAG, TEXT -> List.of();
        };
    }

    /** The parts of a composition, each with its one text. */
    public Composition canonical(Composition composition) {
        return new Composition(
                composition.parts().stream().map(this::canonicalPart).toList());
    }

    /**
     * A part of a composition, a layer or the activation, with its one text.
     *
     * @throws UserException as {@link #canonical(ExtensionKind, Selection)}
     */
    public Selection canonicalPart(Selection part) {
        if (part.id().equals(Composition.ACTIVATION)) {
            return composition(part.text()).parts().getFirst();
        }
        List<String> layers = catalog.ids(Layer.class);
        if (!layers.contains(part.id())) {
            List<String> parts = Stream.concat(Stream.of(Composition.ACTIVATION), layers.stream())
                    .toList();
            throw new UserException("There is no layer " + part.id() + ".", Suggestions.hint(part.id(), parts));
        }
        return canonical(ExtensionKind.LAYER, part);
    }

    /** The selection without what is at its default. */
    public Selection canonical(ExtensionKind kind, Selection selection) {
        Extension extension = catalog.find(kind.type(), selection.id());
        ParameterSchema schema = extension.parameters();
        for (String name : selection.options().keySet()) {
            if (schema.find(name).isEmpty()) {
                throw new UserException(
                        "The " + kind.word() + " " + selection.id() + " has no parameter " + name + ".",
                        Suggestions.hint(name, schema.names()));
            }
        }
        try {
            return Selection.of(selection.id(), schema, selection.resolve(schema));
        } catch (InvalidParameterException e) {
            throw new UserException("The " + kind.word() + " " + selection.id() + ": " + e.getMessage() + ".", null, e);
        }
    }

    /** Whether a shorthand puts the layer of an id before the activation. */
    public Predicate<String> beforeActivation() {
        return id -> catalog.find(Layer.class, id).beforeActivation();
    }

    /** The kind of extension that a parameter names. */
    public static ExtensionKind kind(Parameter parameter) {
        String word = parameter.choices().getFirst();
        return ExtensionKind.of(word)
                .orElseThrow(() -> new IllegalStateException(
                        "the parameter " + parameter.name() + " wants an unknown kind of extension, " + word));
    }

    /**
     * Reads a name with parameters.
     *
     * @throws UserException if the text is written otherwise
     */
    public Selection parse(String text) {
        try {
            return Selection.parse(text);
        } catch (IllegalArgumentException e) {
            throw new UserException(
                    e.getMessage() + ".",
                    "Write name, or name[parameter=value], as in lz78[scan=hilbert,levels=4].",
                    e);
        }
    }

    private Composition composition(String text) {
        try {
            return Composition.parse(text, beforeActivation());
        } catch (IllegalArgumentException e) {
            throw new UserException(e.getMessage() + ".", null, e);
        }
    }
}
