package org.neuralredshift.engine.study;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.neuralredshift.api.parameter.Origin;
import org.neuralredshift.api.parameter.Parameter;
import org.neuralredshift.api.task.Task;

/** Who chose the values of the parameters: the last one to say something of them. */
final class Origins {
    private static final String SWEEPS = "sweeps";

    private final Map<String, YamlNode> fields;
    private final ParameterOrigin ofFile;

    /**
     * @param fields of the study, by path
     * @param ofFile who wrote the study file
     */
    Origins(Map<String, YamlNode> fields, ParameterOrigin ofFile) {
        this.fields = fields;
        this.ofFile = ofFile;
    }

    /** The origin of each parameter, in order. */
    Map<String, ParameterOrigin> of(Task task) {
        Map<String, ParameterOrigin> origins = new LinkedHashMap<>();
        task.parameters().parameters().forEach(parameter -> origins.put(parameter.name(), of(parameter)));
        return origins;
    }

    private ParameterOrigin of(Parameter parameter) {
        YamlNode node = fields.get("parameters." + parameter.name());
        YamlNode chosen = isSwept(parameter.name()) ? fields.get(SWEEPS) : node;
        if (chosen == null) {
            return parameter.origin() == Origin.PAPER ? ParameterOrigin.PAPER : ParameterOrigin.ASSUMED;
        }
        return chosen.place().isOption() ? ParameterOrigin.SET : ofFile;
    }

    private boolean isSwept(String name) {
        return sweeps().stream().anyMatch(sweep -> sweep.containsKey(name));
    }

    /**
     * Refuses values that no cell has, since every sweep replaces them.
     *
     * @param file the same fields as the study file has them, without its variant and the options: a file may say for all what
     *     each of its sweeps says again, but who replaces a value wants it to count
     */
    void requireEffect(Map<String, YamlNode> file) {
        List<Map<String, YamlNode>> sweeps = sweeps();
        fields.forEach((path, node) -> {
            String name = path.replaceFirst("^parameters\\.", "");
            boolean isReplaced = !name.equals(path) && file.get(path) != node;
            if (isReplaced && !sweeps.isEmpty() && sweeps.stream().allMatch(sweep -> sweep.containsKey(name))) {
                throw node.mistake(
                        "has no effect, since every sweep has values of its own for " + name,
                        "Set sweeps as well; without them, with --set sweeps=[], the parameters alone make the cells.");
            }
        });
    }

    private List<Map<String, YamlNode>> sweeps() {
        return fields.get(SWEEPS) instanceof YamlNode.Sequence sequence
                ? sequence.items().stream()
                        .filter(YamlNode.Mapping.class::isInstance)
                        .map(item -> ((YamlNode.Mapping) item).entries())
                        .toList()
                : List.of();
    }
}
