package org.neuralredshift.engine.report;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.neuralredshift.engine.store.Observation;
import org.neuralredshift.engine.study.Study;

/** Tells cells of null models from those of networks, asking the study once for each cell. */
final class NullModels {
    private final Study study;
    private final Map<String, Optional<Study.NullModel>> byCell = new HashMap<>();

    NullModels(Study study) {
        this.study = study;
    }

    /** The null model that was observed; empty for a network. */
    Optional<Study.NullModel> of(Observation observation) {
        if (study.nullModels().isEmpty()) {
            return Optional.empty();
        }
        return byCell.computeIfAbsent(observation.cell(), cell -> study.nullModel(observation.parameters()));
    }
}
