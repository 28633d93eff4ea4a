package org.neuralredshift.engine.study;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.neuralredshift.api.parameter.InvalidParameterException;
import org.neuralredshift.api.parameter.Parameter;
import org.neuralredshift.engine.Suggestions;
import org.neuralredshift.engine.plugin.Catalog;

/** Reads the values of one parameter: a scalar, a range, or a list of both; extensions as {@link SelectionReader} says. */
final class ParameterValues {
    private static final double WHOLE = 1e-9;

    private final Parameter parameter;
    private final List<Object> values = new ArrayList<>();
    private final Set<Object> seen = new HashSet<>();

    private ParameterValues(Parameter parameter) {
        this.parameter = parameter;
    }

    static List<Object> read(Parameter parameter, YamlNode node, Catalog catalog) {
        ParameterValues reader = new ParameterValues(parameter);
        if (parameter.type() == Parameter.Type.EXTENSION || parameter.type() == Parameter.Type.COMPOSITION) {
            for (SelectionReader.Placed value : new SelectionReader(parameter, catalog).read(node)) {
                reader.addOne(value.node(), value.text());
            }
            return reader.values;
        }
        switch (node) {
            case YamlNode.Scalar scalar -> reader.add(scalar);
            case YamlNode.Sequence sequence -> reader.addAll(sequence);
            case YamlNode.Mapping mapping ->
                throw mapping.mistake("has keys, but must be a value, a range or a list", Ranges.HELP);
        }
        return reader.values;
    }

    private void addAll(YamlNode.Sequence sequence) {
        if (sequence.items().isEmpty()) {
            throw sequence.mistake("is an empty list", "Give at least one value, or remove the key for the default.");
        }
        for (YamlNode item : sequence.items()) {
            if (!(item instanceof YamlNode.Scalar scalar)) {
                throw item.mistake("must be a single value or a range", Ranges.HELP);
            }
            add(scalar);
        }
    }

    private void add(YamlNode.Scalar node) {
        boolean numeric = parameter.type() == Parameter.Type.INTEGER || parameter.type() == Parameter.Type.REAL;
        if (numeric && node.value() instanceof String text) {
            for (Object number : numbers(node, text)) {
                addOne(node, number);
            }
        } else {
            addOne(node, node.value());
        }
    }

    private List<Object> numbers(YamlNode.Scalar node, String text) {
        if (!Ranges.isRange(text)) {
            return List.of(text);
        }
        try {
            return Ranges.expand(text);
        } catch (IllegalArgumentException e) {
            throw node.mistake(String.valueOf(e.getMessage()), Ranges.HELP);
        } catch (ArithmeticException e) {
            throw node.mistake("is " + text + ", whose ends are too far apart", Ranges.HELP);
        }
    }

    private void addOne(YamlNode node, Object given) {
        Object value = check(node, given);
        if (!seen.add(value)) {
            throw node.mistake("has the value " + value + " twice", "Remove one of the two.");
        }
        values.add(value);
    }

    private Object check(YamlNode node, Object given) {
        try {
            Object value = parameter.check(whole(given));
            return value.equals(-0.0) ? 0.0 : value;
        } catch (InvalidParameterException e) {
            String problem = String.valueOf(e.getMessage()).replaceFirst("^" + parameter.name() + " ", "");
            String hint = parameter.type() == Parameter.Type.CHOICE
                    ? Suggestions.hint(String.valueOf(given), parameter.choices())
                    : null;
            throw node.mistake(problem, hint);
        }
    }

    /** A spaced number that is whole but for rounding, if the parameter wants a whole one. */
    private Object whole(Object given) {
        boolean isNear = parameter.type() == Parameter.Type.INTEGER
                && given instanceof Double number
                && Math.abs(number - Math.rint(number)) <= WHOLE * Math.abs(number);
        return isNear ? Math.rint((Double) given) : given;
    }
}
