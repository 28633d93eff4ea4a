package org.neuralredshift.engine.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.neuralredshift.api.task.Stages;
import org.neuralredshift.engine.store.Observation;
import org.neuralredshift.engine.study.FigureSpec;

/**
 * A figure and observations in which what is measured, and when, are parameters like others: lines may differ in the quantity,
 * and stages may lie along an axis.
 *
 * @param spec of one metric
 * @param observations of it
 */
record Expanded(FigureSpec spec, List<Observation> observations) {
    /** The parameter that tells which metric or quantity a value is of. */
    static final String MEASURE = "measure";
    /** The parameter that tells at which step a value was measured. */
    static final String STEP = "step";

    private static final String STEPS = "steps";
    private static final String ALL = "";

    /** What a row of line panels draws. */
    static Expanded of(FigureSpec spec, ReportData data) {
        if (spec.metrics().size() == 1 && !spec.isOverStages()) {
            return new Expanded(spec, data.observations());
        }
        String metric = common(spec.metrics());
        boolean several = spec.metrics().size() > 1;
        List<String> ys = Stream.concat(Stream.of(MEASURE).filter(m -> several), spec.ys().stream())
                .toList();
        List<Observation> expanded = new ArrayList<>();
        Map<List<Object>, Map<String, Object>> cells = new HashMap<>();
        for (Observation observation : data.observations()) {
            for (String label : spec.metrics()) {
                stages(spec, data, label, observation).forEach(stage -> {
                    Map<String, Object> parameters = cells.computeIfAbsent(
                            List.of(observation.cell(), label, stage),
                            key -> parameters(observation, label, step(observation, stage), spec));
                    expanded.add(new Observation(
                            observation.cell(),
                            parameters,
                            observation.seed(),
                            metric,
                            observation.status(),
                            observation.value()));
                });
            }
        }
        return new Expanded(spec.along(metric, spec.isOverStages() ? STEP : spec.x(), ys), expanded);
    }

    /** The stages that an observation tells of for a label; a network that failed tells of each. */
    private static List<String> stages(FigureSpec spec, ReportData data, String label, Observation observation) {
        if (!spec.isOverStages()) {
            return observation.concerns(label) ? List.of(ALL) : List.of();
        }
        return data.study().measured().stages().stream()
                .filter(stage -> observation.concerns(Stages.label(label, stage)))
                .toList();
    }

    private static Object step(Observation observation, String stage) {
        return switch (stage) {
            case Stages.INITIAL, ALL -> 0L;
            case Stages.FINAL -> observation.parameters().getOrDefault(STEPS, 0L);
            default -> Long.parseLong(stage);
        };
    }

    private static Map<String, Object> parameters(Observation observation, String label, Object step, FigureSpec spec) {
        Map<String, Object> parameters = new LinkedHashMap<>(observation.parameters());
        parameters.put(MEASURE, label);
        if (spec.isOverStages()) {
            parameters.put(STEP, step);
        }
        return parameters;
    }

    /** A label without its stage. */
    static String bare(String label) {
        int at = label.lastIndexOf('@');
        return at < 0 ? label : label.substring(0, at);
    }

    /** What labels have in common: the words at their end, as accuracy of digit-accuracy and colour-accuracy; else all. */
    static String common(List<String> labels) {
        String shared = bare(labels.getFirst());
        for (String label : labels.stream().map(Expanded::bare).toList()) {
            while (!shared.isEmpty() && !label.equals(shared) && !label.endsWith("-" + shared)) {
                int hyphen = shared.indexOf('-');
                shared = hyphen < 0 ? "" : shared.substring(hyphen + 1);
            }
        }
        return shared.isEmpty() ? String.join(", ", labels) : shared;
    }
}
