package org.neuralredshift.engine.claims;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.neuralredshift.engine.figure.Numbers;
import org.neuralredshift.engine.statistics.Estimate;
import org.neuralredshift.engine.store.Observation;
import org.neuralredshift.engine.store.Observations;
import org.neuralredshift.engine.study.Study;

/**
 * What a metric says of a null model.
 *
 * @param model its name, with the values of what it shares with the networks if they are several
 * @param metric label
 * @param mean over seeds, with its interval
 * @param leftOut functions without a shape to measure, by status
 */
public record NullLevel(String model, String metric, Estimate mean, Map<String, Integer> leftOut) {

    /** Every null model of a study, by every metric. */
    public static List<NullLevel> of(Study study, List<Observation> observations) {
        Map<String, List<MeasuredCell>> models = new LinkedHashMap<>();
        for (MeasuredCell cell : MeasuredCell.all(observations)) {
            study.nullModel(cell.parameters())
                    .ifPresent(model -> models.computeIfAbsent(name(model, cell), m -> new ArrayList<>())
                            .add(cell));
        }
        List<String> measured = Observations.measured(study.measures(), observations);
        List<NullLevel> levels = new ArrayList<>();
        models.forEach((name, cells) -> {
            for (String metric : measured) {
                Sampled sampled = Sampled.level(metric, cells);
                levels.add(new NullLevel(name, metric, sampled.estimate(), sampled.leftOut()));
            }
        });
        return levels;
    }

    private static String name(Study.NullModel model, MeasuredCell cell) {
        String values = model.parameters().entrySet().stream()
                .filter(entry -> entry.getValue().size() > 1)
                .map(entry ->
                        entry.getKey() + " " + Numbers.brief(cell.parameters().getOrDefault(entry.getKey(), "")))
                .collect(Collectors.joining(", "));
        return values.isEmpty() ? model.name() : model.name() + ", " + values;
    }
}
