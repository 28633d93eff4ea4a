package org.neuralredshift.engine.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.neuralredshift.engine.figure.Mosaic;
import org.neuralredshift.engine.store.Observation;
import org.neuralredshift.engine.store.Observations;
import org.neuralredshift.engine.store.ResultFolder;
import org.neuralredshift.engine.store.Table;
import org.neuralredshift.engine.study.Study;

/**
 * Everything that a report tells of.
 *
 * @param study what was run
 * @param observations every measurement
 * @param functions kept functions of two inputs by cell, the first seed of each
 * @param labels for axes
 * @param provenance where the numbers come from
 */
record ReportData(
        Study study,
        List<Observation> observations,
        Map<String, Mosaic.Picture> functions,
        Labels labels,
        ObjectNode provenance) {

    static ReportData of(ResultFolder folder) {
        Study study = folder.study();
        Table rows = folder.rows();
        return new ReportData(
                study,
                Observations.of(rows, study.parameters().keySet()),
                pictures(folder),
                new Labels(
                        rows.columns().stream().collect(Collectors.toMap(Table.Column::name, Table.Column::unit)),
                        defaults(folder.provenance())),
                object(folder.provenance()));
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

    private static Map<String, Mosaic.Picture> pictures(ResultFolder folder) {
        Map<String, Mosaic.Picture> pictures = new HashMap<>();
        Set<String> seen = new HashSet<>();
        folder.forEachSample(function -> {
            int[] shape = function.shape();
            if (shape.length == 2 && shape[0] == shape[1] && seen.add(function.cell())) {
                Mosaic.Picture picture = new Mosaic.Picture(shape[0], function.values());
                if (picture.isFinite()) {
                    pictures.put(function.cell(), picture);
                }
            }
        });
        return pictures;
    }
}
