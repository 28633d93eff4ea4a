package org.neuralredshift.engine.store;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.neuralredshift.engine.study.Study;

/** What decides the rows and differs in two studies, for people. Titles, figures and claims may change at any time. */
final class StudyDifference {
    private static final int LONGEST = 60;

    private StudyDifference() {}

    /** The first field that differs, as "seeds: 10 there, 20 here"; empty if the studies give equal rows. */
    static Optional<String> between(Study there, Study here) {
        Map<String, Object> left = fields(there);
        Map<String, Object> right = fields(here);
        left.keySet().forEach(field -> right.putIfAbsent(field, "absent"));
        for (Map.Entry<String, Object> entry : right.entrySet()) {
            Object other = left.getOrDefault(entry.getKey(), "absent");
            if (!entry.getValue().equals(other)) {
                return Optional.of(
                        entry.getKey() + " (" + brief(other) + " there, " + brief(entry.getValue()) + " here)");
            }
        }
        return Optional.empty();
    }

    private static Map<String, Object> fields(Study study) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("task", study.task());
        study.parameters().forEach((name, values) -> fields.put("parameters." + name, values));
        fields.put("seed", study.seed());
        fields.put("seeds", study.writtenSeeds());
        fields.put("sweeps", study.sweeps());
        fields.put("null-models", study.nullModels());
        fields.put("metrics", study.metrics());
        fields.put("keep-samples", study.keepSamples());
        return fields;
    }

    private static String brief(Object value) {
        String text = value.toString();
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 3) + "...";
    }
}
