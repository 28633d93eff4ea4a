package org.neuralredshift.engine.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.neuralredshift.engine.claims.MetricCorrelation;
import org.neuralredshift.engine.figure.Mosaic;
import org.neuralredshift.engine.store.Observation;
import org.neuralredshift.engine.store.Observations;
import org.neuralredshift.engine.store.ResultFolder;
import org.neuralredshift.engine.study.FigureSpec;
import org.neuralredshift.engine.study.Study;

/**
 * Everything that a report tells of.
 *
 * @param study what was run
 * @param observations every measurement
 * @param functions kept functions of two inputs by cell, the first seed of each
 * @param labels for axes
 * @param provenance where the numbers come from
 * @param kept functions and spectra that a reader may open
 */
record ReportData(
        Study study,
        List<Observation> observations,
        Map<String, Mosaic.Picture> functions,
        Labels labels,
        ObjectNode provenance,
        Kept kept) {
    private static final double MOST_PIXELS = 16e6;
    private static final double LEAST_SIDE = 24;
    /** What fills a tile of a printed strip at 300 pixels per inch. */
    private static final double MOST_SIDE = 300;

    /** Without functions to open. */
    ReportData(
            Study study,
            List<Observation> observations,
            Map<String, Mosaic.Picture> functions,
            Labels labels,
            ObjectNode provenance) {
        this(study, observations, functions, labels, provenance, new Kept(0, 0));
    }

    /** How the metrics of the networks that a figure shows go together. */
    List<MetricCorrelation> correlations(FigureSpec spec) {
        return MetricCorrelation.of(
                study,
                observations.stream()
                        .filter(observation -> spec.shows(observation.parameters()))
                        .toList());
    }

    /** Reads rows batch by batch and functions one by one, so that memory holds no more than a page shows. */
    static ReportData of(ResultFolder folder) {
        Study study = folder.study();
        ObservationList observations = new ObservationList();
        Map<String, String> units = new HashMap<>();
        folder.forEachChunk(rows -> {
            rows.columns().forEach(column -> units.put(column.name(), column.unit()));
            observations.addAll(Observations.of(rows, study.parameters().keySet()));
        });
        Map<String, Mosaic.Picture> pictures = new HashMap<>();
        Kept kept = new Kept(study.cells(), study.keepSamples());
        int side = (int) Math.clamp(Math.sqrt(MOST_PIXELS / study.cells()), LEAST_SIDE, MOST_SIDE);
        folder.forEachSample(function -> {
            kept.add(function);
            int[] shape = function.shape();
            if (shape.length == 2 && shape[0] == shape[1] && !pictures.containsKey(function.cell())) {
                Mosaic.Picture picture = new Mosaic.Picture(shape[0], function.values());
                if (picture.isFinite()) {
                    pictures.put(function.cell(), picture.limited(side));
                }
            }
        });
        folder.forEachSpectrum(kept::add);
        Labels labels = new Labels(units, defaults(folder.provenance()));
        return new ReportData(study, observations, pictures, labels, object(folder.provenance()), kept);
    }

    /** What the task takes unless a study says otherwise. */
    private static Map<String, Object> defaults(JsonNode provenance) {
        Map<String, Object> defaults = new HashMap<>();
        for (JsonNode parameter : provenance.path("parameters")) {
            JsonNode value = parameter.path("default");
            if (!value.isMissingNode()) {
                defaults.put(
                        parameter.path("name").asText(), value.isNumber() ? (Object) value.asDouble() : value.asText());
            }
        }
        return defaults;
    }

    private static ObjectNode object(JsonNode node) {
        return node instanceof ObjectNode object ? object : JsonNodeFactory.instance.objectNode();
    }
}
