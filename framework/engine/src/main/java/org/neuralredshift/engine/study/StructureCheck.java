package org.neuralredshift.engine.study;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.neuralredshift.api.parameter.InvalidParameterException;
import org.neuralredshift.api.parameter.Parameter;
import org.neuralredshift.api.task.Extensions;
import org.neuralredshift.engine.UserException;

/**
 * Asks the task whether the cells of a study can be computed at all: every combination of what is no number, with the smallest
 * and the largest value of what is one.
 */
final class StructureCheck {
    private final ResolvedStudy resolved;
    private final Extensions extensions;
    private final Map<String, YamlNode> fields;
    private final Place file;
    private final List<Parameter> parameters;
    private final Set<Map<String, Object>> seen = new HashSet<>();

    /**
     * @param fields where the study says what, by path
     * @param file where it begins
     */
    StructureCheck(ResolvedStudy resolved, Extensions extensions, Map<String, YamlNode> fields, Place file) {
        this.resolved = resolved;
        this.fields = fields;
        this.file = file;
        this.parameters = resolved.task().parameters().parameters();
        this.extensions = extensions;
    }

    /** @throws UserException for the first cell that cannot be, with the place of its parameter */
    void check() {
        resolved.study().cellSets().forEach(set -> check(set, 0, new LinkedHashMap<>()));
        resolved.study().nullModels().forEach(model -> check(model.parameters(), 0, new LinkedHashMap<>()));
    }

    private void check(Map<String, List<Object>> set, int position, Map<String, Object> chosen) {
        if (position == parameters.size()) {
            checkCell(chosen);
            return;
        }
        Parameter parameter = parameters.get(position);
        for (Object value : extremes(set.getOrDefault(parameter.name(), List.of(parameter.initial())))) {
            chosen.put(parameter.name(), value);
            check(set, position + 1, chosen);
        }
    }

    private static List<Object> extremes(List<Object> values) {
        return switch (values.getFirst()) {
            case Long first -> extremes(values.stream().map(Long.class::cast).sorted());
            case Double first ->
                extremes(values.stream().map(Double.class::cast).sorted());
            default -> values;
        };
    }

    private static List<Object> extremes(Stream<? extends Object> sorted) {
        List<? extends Object> all = sorted.toList();
        return Stream.<Object>of(all.getFirst(), all.getLast()).distinct().toList();
    }

    private void checkCell(Map<String, Object> cell) {
        if (!seen.add(Map.copyOf(cell))) {
            return;
        }
        try {
            resolved.task()
                    .check(
                            resolved.task().parameters().resolve(cell),
                            resolved.study().seed(),
                            extensions);
        } catch (UserException e) {
            throw new UserException(
                    file.source() + ": the task " + resolved.task().id() + " cannot build its networks: "
                            + e.getMessage(),
                    e.hint().orElse(null),
                    e);
        } catch (InvalidParameterException e) {
            throw mistake(e, fields, file, hint(e.parameter(), cell));
        }
    }

    /**
     * What the task refuses, with the place of its parameter.
     *
     * @param fields where the study says what, by path
     * @param file where it begins
     */
    static UserException mistake(
            InvalidParameterException refused, Map<String, YamlNode> fields, Place file, String hint) {
        String path = "parameters." + refused.parameter();
        Place place = Stream.of(path, "sweeps")
                .map(fields::get)
                .flatMap(Stream::ofNullable)
                .findFirst()
                .map(YamlNode::place)
                .orElse(file);
        String problem = String.valueOf(refused.getMessage()).replaceFirst("^\\Q" + refused.parameter() + "\\E ", "");
        return YamlNode.mistake(place, path, problem, hint);
    }

    private String hint(String parameter, Map<String, Object> cell) {
        List<String> others = resolved.study().swept().stream()
                .filter(name -> !name.equals(parameter))
                .toList();
        return others.isEmpty()
                ? "Change it; nothing was computed."
                : others.stream()
                        .map(name -> name + " " + cell.get(name))
                        .collect(Collectors.joining(
                                ", ", "So it is with ", ": change one of them; nothing was computed."));
    }
}
