package org.neuralredshift.engine.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.neuralredshift.engine.figure.Numbers;

/**
 * Words for parameters and their values.
 *
 * @param units of parameters; those without a unit may be absent
 * @param defaults values that a task takes unless a study says otherwise, by parameter; unknown ones are absent
 */
record Labels(Map<String, String> units, Map<String, Object> defaults) {
    private static final Pattern COMPOSITION = Pattern.compile("mlp(\\+[a-z][a-z0-9-]*(\\[[^\\]]*])?)*");
    private static final Pattern PART = Pattern.compile("\\+([a-z][a-z0-9-]*)(?:\\[([^\\]]*)])?");

    Labels {
        units = Map.copyOf(units);
        defaults = Map.copyOf(defaults);
    }

    /** Without knowledge of defaults. */
    Labels(Map<String, String> units) {
        this(units, Map.of());
    }

    /** A parameter with its unit. */
    String of(String parameter) {
        String unit = units.getOrDefault(parameter, "");
        return unit.isEmpty() ? parameter : parameter + " (" + unit + ")";
    }

    /** A value alone; {@code mlp+layer-norm} reads "+ layer norm". */
    static String value(Object value) {
        String text = Numbers.brief(value);
        if (!(value instanceof String) || !COMPOSITION.matcher(text).matches()) {
            return text;
        }
        List<String> parts = new ArrayList<>();
        Matcher part = PART.matcher(text);
        while (part.find()) {
            String options = part.group(2) == null ? "" : " (" + part.group(2).replace('=', ' ') + ")";
            parts.add("+ " + part.group(1).replace('-', ' ') + options);
        }
        return parts.isEmpty() ? "MLP" : String.join(" ", parts);
    }

    /**
     * What a panel or line with these values is called. Values for which there is a name are the whole label. Else all but the
     * first are left out at their default, except for numbers that the figure asks for. The first text, and compositions, speak
     * for themselves; other values follow the name of their parameter.
     *
     * @param parameters in order
     * @param values of them; an empty text for none
     * @param asked how many of the first parameters the figure asks for
     * @param names by value
     */
    String composite(List<String> parameters, List<Object> values, int asked, Map<String, String> names) {
        List<String> named = values.stream()
                .filter(value -> names.containsKey(value.toString()))
                .map(value -> names.getOrDefault(value.toString(), ""))
                .toList();
        if (!named.isEmpty()) {
            return String.join(", ", named);
        }
        List<String> words = new ArrayList<>();
        for (int i = 0; i < parameters.size(); i++) {
            String parameter = parameters.get(i);
            Object value = values.get(i);
            boolean usual = i > 0 && (i >= asked || value instanceof String) && isDefault(parameter, value);
            if (value.toString().isEmpty() || usual) {
                continue;
            }
            boolean speaks = value instanceof String && (i == 0 || !value(value).equals(value));
            words.add(speaks ? value(value) : parameter + " " + value(value));
        }
        return String.join(", ", words);
    }

    private boolean isDefault(String parameter, Object value) {
        Object usual = defaults.get(parameter);
        return usual instanceof Number number && value instanceof Number other
                ? number.doubleValue() == other.doubleValue()
                : usual != null && usual.toString().equals(value.toString());
    }
}
