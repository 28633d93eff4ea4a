package org.neuralredshift.engine.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.neuralredshift.api.task.ResultSchema;
import org.neuralredshift.api.task.Stages;
import org.neuralredshift.engine.UserException;
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
 * @param functions kept functions of two inputs, the first seed of each cell: by cell, with the stage if it is not the last,
 *     as {@link Stages#label} writes them
 * @param labels for axes
 * @param provenance where the numbers come from
 * @param kept functions and spectra that a reader may open
 * @param extent how much of the run is there
 * @param data what the rows say of the data that networks learned, each once, in the order of the rows
 */
record ReportData(
        Study study,
        List<Observation> observations,
        Map<String, Mosaic.Picture> functions,
        Labels labels,
        ObjectNode provenance,
        Kept kept,
        Extent extent,
        List<String> data) {
    private static final double MOST_PIXELS = 16e6;
    private static final double LEAST_SIDE = 24;
    /** What fills a tile of a printed strip at 300 pixels per inch. */
    private static final double MOST_SIDE = 300;

    /** A whole run without functions to open. */
    ReportData(
            Study study,
            List<Observation> observations,
            Map<String, Mosaic.Picture> functions,
            Labels labels,
            ObjectNode provenance) {
        this(study, observations, functions, labels, provenance, new Kept(0, 0), new Extent(0, 0), List.of());
    }

    /** How the metrics of the networks that a figure shows go together. */
    List<MetricCorrelation> correlations(FigureSpec spec) {
        return MetricCorrelation.of(
                study,
                observations.stream()
                        .filter(observation -> spec.shows(observation.parameters()))
                        .toList(),
                spec.metrics());
    }

    /**
     * Reads rows batch by batch and functions one by one, so that memory holds no more than a page shows.
     *
     * @throws UserException if there is no row yet
     */
    static ReportData of(ResultFolder folder) {
        Study study = folder.study();
        ObservationList observations = new ObservationList();
        Map<String, String> units = new HashMap<>();
        Set<String> notes = new LinkedHashSet<>();
        long networks = folder.forEachChunk(rows -> {
            rows.columns().forEach(column -> units.put(column.name(), column.unit()));
            observations.addAll(Observations.of(rows, study.parameters().keySet()));
            if (rows.columns().stream().anyMatch(column -> column.name().equals(ResultSchema.DATA))) {
                for (int row = 0; row < rows.size(); row++) {
                    notes.add(rows.text(ResultSchema.DATA, row));
                }
            }
        });
        if (networks == 0) {
            throw new UserException(
                    folder.path() + " holds no rows yet: the run was stopped before its first ones were written.",
                    "Run the study again with --out " + folder.path() + " --resume.");
        }
        Map<String, Mosaic.Picture> pictures = new HashMap<>();
        Kept kept = new Kept(study.cells(), study.keepSamples());
        int side = (int) Math.clamp(
                Math.sqrt(
                        MOST_PIXELS / study.cells() / study.measured().stages().size()),
                LEAST_SIDE,
                MOST_SIDE);
        folder.forEachSample(function -> {
            kept.add(function);
            int[] shape = function.shape();
            String key = Stages.label(function.cell(), function.stage());
            if (shape.length == 2 && shape[0] == shape[1] && !pictures.containsKey(key)) {
                Mosaic.Picture picture = new Mosaic.Picture(shape[0], function.values());
                if (picture.isFinite()) {
                    pictures.put(key, picture.limited(side));
                }
            }
        });
        folder.forEachSpectrum(kept::add);
        ObjectNode provenance = object(folder.provenance());
        Map<String, Object> defaults = defaults(provenance);
        Labels labels = new Labels(units, defaults);
        Extent extent = new Extent(networks, study.networksWithNullModels(defaults));
        return new ReportData(study, observations, pictures, labels, provenance, kept, extent, List.copyOf(notes));
    }

    /** What the task takes unless a study says otherwise. */
    private static Map<String, Object> defaults(JsonNode provenance) {
        Map<String, Object> defaults = new HashMap<>();
        for (JsonNode parameter : provenance.path("parameters")) {
            value(parameter.path("default"))
                    .ifPresent(value -> defaults.put(parameter.path("name").asText(), value));
        }
        return defaults;
    }

    private static Optional<Object> value(JsonNode node) {
        return switch (node.getNodeType()) {
            case NUMBER -> Optional.of(node.isIntegralNumber() ? (Object) node.asLong() : (Object) node.asDouble());
            case BOOLEAN -> Optional.of(node.asBoolean());
            case STRING -> Optional.of(node.asText());
            default -> Optional.empty();
        };
    }

    private static ObjectNode object(JsonNode node) {
        return node instanceof ObjectNode object ? object : JsonNodeFactory.instance.objectNode();
    }
}
