package org.neuralredshift.engine.study;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.neuralredshift.api.parameter.Composition;
import org.neuralredshift.api.parameter.Parameter;
import org.neuralredshift.api.parameter.ParameterSchema;

/** Resolved studies as YAML: equal studies give equal bytes, and what is written reads back equal. */
public final class StudyYaml {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z][A-Za-z0-9_.+-]*(:[A-Za-z0-9_.+-]+)*");
    private static final Pattern RESERVED = Pattern.compile("(?i)true|false|null|yes|no|on|off");
    private static final ObjectMapper JSON = new ObjectMapper();

    private StudyYaml() {}

    /** A study in a form that {@link Studies#read} accepts too. */
    public static String write(ResolvedStudy resolved) {
        return write(resolved.study(), resolved.task().parameters());
    }

    /** A study as {@link #read} accepts it: whether a list of words is one composition or several is not said. */
    static String write(Study study) {
        return write(study, ParameterSchema.EMPTY);
    }

    private static String write(Study study, ParameterSchema schema) {
        StringBuilder out = new StringBuilder();
        field(out, "study", study.name());
        if (!study.title().isEmpty()) {
            field(out, "title", study.title());
        }
        if (!study.description().isEmpty()) {
            field(out, "description", study.description());
        }
        field(out, "task", study.task());
        field(out, "seed", study.seed());
        field(out, "seeds", study.writtenSeeds());
        out.append("parameters:\n");
        values(study.parameters(), schema).forEach((name, value) -> {
            out.append("  ");
            field(out, name, value);
        });
        items(
                out,
                "sweeps",
                study.sweeps().stream().map(sweep -> values(sweep, schema)).toList());
        if (study.nullModels().isEmpty()) {
            field(out, "null-models", List.of());
        }
        items(
                out,
                "null-models",
                study.nullModels().stream()
                        .map(model -> Map.of(model.name(), values(model.parameters(), schema)))
                        .toList());
        field(out, "metrics", study.metrics());
        if (!study.measured().plain().equals(Measured.ONCE.plain())) {
            field(out, "measured", study.measured().plain());
        }
        field(out, "keep-samples", (long) study.keepSamples());
        items(out, "figures", study.figures());
        items(out, "claims", study.claims());
        return out.toString();
    }

    /**
     * Reads what {@link #write} wrote, without asking any plugin.
     *
     * @throws org.neuralredshift.engine.UserException if it is something else, with file, line, column and path
     */
    public static Study read(Path file) {
        YamlNode.Mapping root = Yaml.file(file);
        Map<String, YamlNode> fields = StudyReader.fields(root);
        Map<String, Object> parameters = new LinkedHashMap<>();
        fields.forEach((path, node) -> {
            if (path.startsWith("parameters.")) {
                parameters.put(path.substring("parameters.".length()), node.plain());
            }
        });
        Study study = new Study(
                Scalars.text(require(root, fields, "study")),
                text(fields, "title"),
                text(fields, "description"),
                Scalars.text(require(root, fields, "task")),
                Scalars.whole(require(root, fields, "seed"), 0, Seeds.LARGEST),
                Seeds.read(Optional.of(require(root, fields, "seeds"))),
                lists(parameters),
                mappings(fields.get("sweeps")).stream().map(StudyYaml::lists).toList(),
                mappings(fields.get("null-models")).stream()
                        .flatMap(model -> model.entrySet().stream())
                        .map(model -> new Study.NullModel(model.getKey(), lists(model.getValue())))
                        .toList(),
                list(require(root, fields, "metrics").plain()).stream()
                        .map(Object::toString)
                        .toList(),
                (int) Scalars.whole(require(root, fields, "keep-samples"), 0, Integer.MAX_VALUE),
                List.of(),
                List.of(),
                Measured.read(fields.get("measured")));
        Vocabulary vocabulary = new Vocabulary(study, false, (parameter, node) -> list(node.plain()));
        return study.with(
                new FigureReader(vocabulary).read(fields.get("figures")).kept(),
                new ClaimReader(vocabulary).read(fields.get("claims")).kept());
    }

    private static YamlNode require(YamlNode.Mapping root, Map<String, YamlNode> fields, String name) {
        YamlNode node = fields.get(name);
        if (node == null) {
            throw YamlNode.mistake(root.place(), name, "is missing", "A run writes this file; do not edit it.");
        }
        return node;
    }

    private static String text(Map<String, YamlNode> fields, String name) {
        YamlNode node = fields.get(name);
        return node == null ? "" : Scalars.text(node);
    }

    /** The mappings of a list; nothing if there is none. */
    private static List<Map<String, Object>> mappings(@Nullable YamlNode node) {
        if (!(node instanceof YamlNode.Sequence sequence)) {
            return List.of();
        }
        return sequence.items().stream()
                .filter(YamlNode.Mapping.class::isInstance)
                .map(item -> ((YamlNode.Mapping) item).plain())
                .toList();
    }

    /** Parameters that have one value or several each, as plain data. */
    private static Map<String, List<Object>> lists(Object plain) {
        Map<String, List<Object>> lists = new LinkedHashMap<>();
        if (plain instanceof Map<?, ?> values) {
            values.forEach((name, value) -> lists.put(name.toString(), list(value)));
        }
        return lists;
    }

    private static List<Object> list(Object plain) {
        return plain instanceof List<?> values
                ? values.stream().map(StudyYaml::unwrapped).toList()
                : List.of(plain);
    }

    private static Object unwrapped(Object value) {
        return value instanceof List<?> single ? single.getFirst() : value;
    }

    /** One value or a list for each parameter. */
    private static Map<String, Object> values(Map<String, List<Object>> parameters, ParameterSchema schema) {
        Map<String, Object> values = new LinkedHashMap<>();
        parameters.forEach((name, some) -> values.put(
                name, some.size() == 1 ? some.getFirst() : isComposition(name, schema) ? bracketed(some) : some));
        return values;
    }

    private static boolean isComposition(String name, ParameterSchema schema) {
        return schema.find(name)
                .filter(parameter -> parameter.type() == Parameter.Type.COMPOSITION)
                .isPresent();
    }

    /** Compositions of a single layer get brackets, for a word alone would be a part. */
    private static List<Object> bracketed(List<Object> values) {
        return values.stream()
                .map(value -> Composition.isWhole((String) value) ? value : List.of(value))
                .toList();
    }

    private static void items(StringBuilder out, String name, List<? extends Map<String, ?>> items) {
        if (!items.isEmpty()) {
            out.append(name).append(":\n");
            items.forEach(item -> out.append("  - ").append(flow(item)).append('\n'));
        }
    }

    private static void field(StringBuilder out, String name, Object value) {
        out.append(name).append(": ").append(flow(value)).append('\n');
    }

    private static String flow(Object value) {
        return switch (value) {
            case List<?> items -> items.stream().map(StudyYaml::flow).collect(Collectors.joining(", ", "[", "]"));
            case Map<?, ?> entries ->
                entries.entrySet().stream()
                        .map(entry -> flow(entry.getKey()) + ": " + flow(entry.getValue()))
                        .collect(Collectors.joining(", ", "{", "}"));
            case String text -> word(text);
            default -> value.toString();
        };
    }

    private static String word(String text) {
        if (PLAIN.matcher(text).matches() && !RESERVED.matcher(text).matches()) {
            return text;
        }
        try {
            return JSON.writeValueAsString(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a text can always be quoted: " + text, e);
        }
    }
}
