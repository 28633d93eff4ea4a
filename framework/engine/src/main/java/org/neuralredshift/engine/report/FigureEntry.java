package org.neuralredshift.engine.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.neuralredshift.engine.Suggestions;
import org.neuralredshift.engine.UserException;
import org.neuralredshift.engine.study.Study;

/** The words of one entry of a study's figures. */
final class FigureEntry {
    private static final List<String> KEYS = List.of(
            "kind", "metric", "metrics", "panel", "x", "y", "lines", "colour", "pictures", "where", "names", "title");

    private final Map<String, Object> entry;
    private final Study study;

    FigureEntry(Map<String, Object> entry, Study study) {
        this.entry = entry;
        this.study = study;
        for (String key : entry.keySet()) {
            if (!KEYS.contains(key)) {
                throw new UserException("A figure has the unknown key " + key + ".", Suggestions.hint(key, KEYS));
            }
        }
    }

    boolean has(String key) {
        return entry.containsKey(key);
    }

    String text(String key) {
        return Objects.toString(entry.get(key), "");
    }

    boolean flag(String key) {
        return Boolean.TRUE.equals(entry.get(key));
    }

    <T> T choice(String key, T otherwise, List<T> values, Function<T, String> word) {
        if (!has(key)) {
            return otherwise;
        }
        List<String> known = values.stream().map(word).toList();
        int index = known.indexOf(text(key));
        if (index < 0) {
            throw new UserException(
                    "A figure is of the unknown " + key + " " + text(key) + ".", Suggestions.hint(text(key), known));
        }
        return values.get(index);
    }

    /** Labels of metrics. */
    List<String> metrics(String key, List<String> otherwise) {
        List<String> metrics = has(key) ? texts(entry.getOrDefault(key, "")) : otherwise;
        for (String metric : metrics) {
            if (!study.metrics().contains(metric)) {
                throw new UserException(
                        "A figure shows the metric " + metric + ", which the study does not measure.",
                        Suggestions.hint(metric, study.metrics()));
            }
        }
        return metrics;
    }

    String parameter(String key, String otherwise) {
        return has(key) ? parameter(key, (Object) text(key)) : otherwise;
    }

    List<String> parameters(String key) {
        return parameters(key, List.of());
    }

    /** One parameter or several; none if the text is empty. */
    List<String> parameters(String key, List<String> otherwise) {
        return has(key)
                ? texts(entry.getOrDefault(key, "")).stream()
                        .map(name -> parameter(key, (Object) name))
                        .toList()
                : otherwise;
    }

    private String parameter(String key, Object value) {
        String name = value.toString();
        if (!name.isEmpty() && !study.parameters().containsKey(name)) {
            throw new UserException(
                    "A figure has the " + key + " " + name + ", which is no parameter of the study.",
                    Suggestions.hint(name, List.copyOf(study.parameters().keySet())));
        }
        return name;
    }

    /** Values by parameter. */
    Map<String, List<Object>> where() {
        Map<String, List<Object>> where = new LinkedHashMap<>();
        mapping("where", "{depth: 3}").forEach((name, value) -> {
            List<Object> wanted = value instanceof List<?> list ? List.copyOf(list) : List.of(value);
            where.put(parameter("where", (Object) name), wanted);
        });
        return where;
    }

    /** Names by value. */
    Map<String, String> names() {
        Map<String, String> names = new LinkedHashMap<>();
        mapping("names", "{fourier-lattice: unbiased model}")
                .forEach((value, name) -> names.put(value, name.toString()));
        return names;
    }

    private Map<String, Object> mapping(String key, String example) {
        Map<String, Object> mapping = new LinkedHashMap<>();
        switch (entry.getOrDefault(key, Map.of())) {
            case Map<?, ?> map -> map.forEach((name, value) -> mapping.put(name.toString(), value));
            default ->
                throw new UserException(
                        "A figure has under " + key + " no keys with values.", "Write " + key + ": " + example + ".");
        }
        return mapping;
    }

    private static List<String> texts(Object value) {
        List<String> texts = value instanceof List<?> list
                ? list.stream().map(Object::toString).toList()
                : List.of(value.toString());
        return texts.stream().filter(text -> !text.isEmpty()).toList();
    }

    /** Whether two values of a parameter mean the same: 3 and 3.0 do. */
    static boolean isSame(Object one, Object other) {
        return one instanceof Number a && other instanceof Number b
                ? a.doubleValue() == b.doubleValue()
                : one.toString().equals(other.toString());
    }
}
