package org.neuralredshift.api.parameter;

import static org.neuralredshift.api.annotation.Api.Stability.INCUBATING;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.neuralredshift.api.annotation.Api;

/**
 * An extension by its id, with the parameters that are not left at their defaults: {@code tanh}, {@code
 * snake[frequency=2]}, {@code lz78[scan=hilbert,levels=4]}. One grammar for every place where an extension is named: study
 * files, command lines, rows.
 *
 * @param id of the extension
 * @param options values as written, by the name of the parameter
 */
@Api(INCUBATING)
public record Selection(String id, Map<String, String> options) {
    /** @throws IllegalArgumentException if the id is blank or holds a bracket */
    public Selection {
        if (id.isBlank() || id.contains("[") || id.contains("]")) {
            throw new IllegalArgumentException("'" + id + "' is no name: write it as name or name[parameter=value]");
        }
        options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
    }

    /** The extension of that id, every parameter at its default. */
    public static Selection of(String id) {
        return new Selection(id, Map.of());
    }

    /**
     * The selection that says no more than it must: what is at its default is left out. Equal parameters give equal texts.
     *
     * @param schema of the extension
     * @param parameters resolved against it
     */
    public static Selection of(String id, ParameterSchema schema, Parameters parameters) {
        Map<String, String> options = new LinkedHashMap<>();
        for (Parameter parameter : schema.parameters()) {
            Object value = parameters.get(parameter.name());
            if (!value.equals(parameter.initial())) {
                options.put(parameter.name(), plain(value));
            }
        }
        return new Selection(id, options);
    }

    /**
     * Reads {@code name} or {@code name[parameter=value,parameter=value]}; blanks do not matter.
     *
     * @throws IllegalArgumentException if a text is none of these; the message is a sentence without its full stop
     */
    public static Selection parse(String text) {
        String stripped = text.strip();
        int open = stripped.indexOf('[');
        if (open < 0) {
            return of(stripped);
        }
        if (!stripped.endsWith("]")) {
            throw new IllegalArgumentException("'" + stripped + "' has no closing bracket at its end");
        }
        String inside = stripped.substring(open + 1, stripped.length() - 1);
        Map<String, String> options = new LinkedHashMap<>();
        for (String option : inside.isBlank() ? List.<String>of() : List.of(inside.split(",", -1))) {
            String[] pair = option.split("=", 2);
            String name = pair[0].strip();
            if (pair.length < 2 || name.isEmpty()) {
                throw new IllegalArgumentException(
                        "'" + option.strip() + "' in " + stripped + " has no value: write it as parameter=value");
            }
            if (options.put(name, pair[1].strip()) != null) {
                throw new IllegalArgumentException(name + " is there twice in " + stripped);
            }
        }
        return new Selection(stripped.substring(0, open).strip(), options);
    }

    /**
     * The given parameters, checked, and all others at their defaults.
     *
     * @throws InvalidParameterException for a name that the schema does not have, or a value that is not lawful
     */
    public Parameters resolve(ParameterSchema schema) {
        Map<String, Object> typed = new LinkedHashMap<>();
        options.forEach((name, text) -> typed.put(
                name, schema.find(name).<Object>map(p -> p.parse(text)).orElse(text)));
        return schema.resolve(typed);
    }

    /** As it is written; {@link #parse} reads it back equal. */
    public String text() {
        return options.isEmpty() ? id : id + "[" + optionText() + "]";
    }

    /** What stands between the brackets; empty without options. */
    public String optionText() {
        return options.entrySet().stream()
                .map(option -> option.getKey() + "=" + option.getValue())
                .collect(Collectors.joining(","));
    }

    /** A value as text: whole numbers without a point. */
    public static String plain(Object value) {
        boolean isWhole = value instanceof Double number && number == Math.rint(number) && Math.abs(number) < 1e15;
        return isWhole ? Long.toString(((Double) value).longValue()) : value.toString();
    }

    /** A text cut at a separator wherever that stands outside of brackets; the pieces are stripped. */
    static List<String> split(String text, char separator) {
        List<String> pieces = new ArrayList<>();
        int depth = 0;
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            depth += letter == '[' ? 1 : letter == ']' ? -1 : 0;
            if (letter == separator && depth == 0) {
                pieces.add(text.substring(from, i).strip());
                from = i + 1;
            }
        }
        pieces.add(text.substring(from).strip());
        return pieces;
    }

    @Override
    public String toString() {
        return text();
    }
}
