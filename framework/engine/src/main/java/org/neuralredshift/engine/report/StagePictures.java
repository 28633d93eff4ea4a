package org.neuralredshift.engine.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.neuralredshift.api.task.Stages;
import org.neuralredshift.engine.store.Observation;
import org.neuralredshift.engine.study.FigureSpec;

/** One observation of each cell for each stage at which there is a picture of it, and for what it is to learn. */
final class StagePictures {
    private StagePictures() {}

    /** Observations whose parameters tell the stage. */
    static List<Observation> expand(ReportData data) {
        List<String> stages = new ArrayList<>(data.study().measured().stages());
        stages.add(Stages.TARGET);
        List<Observation> expanded = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        for (Observation observation : data.observations()) {
            if (seen.add(observation.cell())) {
                stages.stream()
                        .filter(stage -> data.functions().containsKey(Stages.label(observation.cell(), stage)))
                        .forEach(stage -> expanded.add(at(stage, observation)));
            }
        }
        return expanded;
    }

    private static Observation at(String stage, Observation observation) {
        Map<String, Object> parameters = new LinkedHashMap<>(observation.parameters());
        parameters.put(FigureSpec.STAGE, stage);
        return new Observation(
                observation.cell(),
                parameters,
                observation.seed(),
                observation.metric(),
                observation.status(),
                observation.value());
    }
}
