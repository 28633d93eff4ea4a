package org.neuralredshift.engine.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.neuralredshift.engine.figure.Scale;
import org.neuralredshift.engine.store.Observation;

/**
 * What the script of a page knows, as JSON: {@code panels} texts of places and which cell each is; {@code legends} entries by
 * prefix of ids; {@code points} of scatter matrices; {@code cells} what a reader sees who opens one. Built as a tree: Jackson
 * reflects on nothing.
 */
final class PageData {
    private static final MathContext VALUE = new MathContext(4);
    private static final MathContext AMPLITUDE = new MathContext(3);
    private static final String NO_FUNCTION =
            "No function of this cell is on this page: keep-samples in the study says how many are kept, and a page shows them"
                    + " for about 6,000 cells at most.";

    private final ReportData data;
    private final Map<String, Integer> indexes = new LinkedHashMap<>();

    private PageData(ReportData data) {
        this.data = data;
    }

    /** In a form that cannot end a script element. */
    static String json(ReportData data, List<Block> blocks) {
        return new PageData(data).tree(blocks).toString().replace("<", "\\u003c");
    }

    private ObjectNode tree(List<Block> blocks) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        ObjectNode panels = root.putObject("panels");
        ObjectNode legends = root.putObject("legends");
        ObjectNode points = root.putObject("points");
        for (Block block : blocks) {
            block.cells().forEach((name, panel) -> panel(panels.putObject(name), panel));
            block.legends().forEach(legends::put);
            block.scatter().ifPresent(scatter -> points(points.putObject(scatter.prefix()), scatter));
        }
        cells(root.putArray("cells"));
        root.put("noFunction", NO_FUNCTION);
        return root;
    }

    private int index(String cell) {
        return cell.isEmpty() ? -1 : indexes.computeIfAbsent(cell, id -> indexes.size());
    }

    private void panel(ObjectNode node, Block.PanelText panel) {
        node.put("title", panel.title()).put("columns", panel.columns());
        panel.texts().forEach(node.putArray("texts")::add);
        ArrayNode cells = node.putArray("cells");
        panel.cells().forEach(cell -> cells.add(index(cell)));
    }

    private void points(ObjectNode node, Block.Scatter scatter) {
        scatter.metrics().forEach(node.putArray("metrics")::add);
        ArrayNode scales = node.putArray("scales");
        for (Scale scale : scatter.scales()) {
            scales.addArray().add(scale.low()).add(scale.high()).add(scale.logarithmic());
        }
        ArrayNode cells = node.putArray("cells");
        ArrayNode seeds = node.putArray("seeds");
        ArrayNode groups = node.putArray("groups");
        for (Block.Point point : scatter.points()) {
            cells.add(index(point.cell()));
            seeds.add(point.seed());
            groups.add(point.group());
        }
        ArrayNode values = node.putArray("values");
        ObjectNode panels = node.putObject("panels");
        int count = scatter.metrics().size();
        for (int row = 0; row < count; row++) {
            ArrayNode column = values.addArray();
            for (Block.Point point : scatter.points()) {
                number(column, point.values()[row], VALUE);
            }
            for (int other = 0; other < row; other++) {
                panels.putArray(scatter.prefix() + "p" + (row * count + other))
                        .add(row)
                        .add(other);
            }
        }
    }

    private static void number(ArrayNode array, double value, MathContext digits) {
        if (Double.isFinite(value)) {
            array.add(new BigDecimal(value).round(digits).doubleValue());
        } else {
            array.addNull();
        }
    }

    private void cells(ArrayNode array) {
        Map<String, Map<String, List<Observation>>> observations = new LinkedHashMap<>();
        indexes.keySet().forEach(cell -> observations.put(cell, new LinkedHashMap<>()));
        for (Observation observation : data.observations()) {
            Map<String, List<Observation>> cell = observations.get(observation.cell());
            if (cell != null) {
                cell.computeIfAbsent(observation.metric(), metric -> new ArrayList<>())
                        .add(observation);
            }
        }
        NullModels nullModels = new NullModels(data.study());
        observations.forEach((cell, byMetric) -> {
            ObjectNode node = array.addObject();
            Observation first = byMetric.values().iterator().next().getFirst();
            node.put(
                    "title",
                    nullModels
                            .of(first)
                            .map(model -> "null model: " + model.name())
                            .orElseGet(() -> title(first.parameters())));
            ArrayNode measured = node.putArray("measured");
            byMetric.forEach((metric, list) -> {
                ArrayNode pair = measured.addArray().add(metric.isEmpty() ? "all metrics" : metric);
                pair.add(Caption.measured(Sweep.result(list)));
            });
            ArrayNode kept = node.putArray("kept");
            data.kept().of(cell).forEach(function -> function(kept.addObject(), function));
        });
    }

    private String title(Map<String, Object> parameters) {
        List<String> words = new ArrayList<>();
        for (String name : data.study().swept()) {
            Object value = parameters.get(name);
            if (value != null) {
                boolean speaks = value instanceof String && words.isEmpty()
                        || !Labels.value(value).equals(value.toString()) && value instanceof String;
                words.add(speaks ? Labels.value(value) : name + " " + Labels.value(value));
            }
        }
        return words.isEmpty() ? data.study().name() : String.join(" · ", words);
    }

    private static void function(ObjectNode node, Kept.Function function) {
        node.put("seed", function.seed());
        node.put("image", Base64.getEncoder().encodeToString(function.png()));
        ArrayNode spectra = node.putArray("spectra");
        function.spectra().forEach((metric, amplitudes) -> {
            ArrayNode numbers = spectra.addArray().add(metric).addArray();
            for (double amplitude : amplitudes) {
                number(numbers, amplitude, AMPLITUDE);
            }
        });
    }
}
