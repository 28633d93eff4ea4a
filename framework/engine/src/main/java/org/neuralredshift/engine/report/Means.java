package org.neuralredshift.engine.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.neuralredshift.engine.figure.CellResult;
import org.neuralredshift.engine.statistics.Summary;
import org.neuralredshift.engine.store.Observation;
import org.neuralredshift.engine.store.Observations;
import org.neuralredshift.engine.study.FigureSpec;
import org.neuralredshift.engine.study.Study;

/** Each cell in numbers, for a study that sweeps no number to draw figures over. Null models have a table of their own. */
final class Means {
    private static final int MOST_CELLS = 200;
    private static final String NONE = "–";

    private Means() {}

    /** Whether figures leave the reader without the numbers: there are none, or none of them has a numeric axis. */
    static boolean areNeeded(Study study, List<Block> figures) {
        return figures.isEmpty() || study.swept().stream().noneMatch(name -> FigureSpec.isNumeric(study, name));
    }

    static void write(Html html, ReportData data) {
        Study study = data.study();
        Map<String, List<Observation>> cells = cells(data);
        if (cells.isEmpty()) {
            return;
        }
        List<String> heads = new ArrayList<>();
        study.swept().forEach(name -> heads.add(data.labels().of(name)));
        heads.addAll(List.of("metric", "mean", "95 % interval", "n", "left out"));
        List<String> measured = Observations.measured(study.measures(), data.observations());
        List<List<String>> rows = new ArrayList<>();
        cells.values().stream().limit(MOST_CELLS).forEach(cell -> {
            for (String metric : measured) {
                rows.add(row(study, cell, metric));
            }
        });
        String shown = cells.size() > MOST_CELLS
                ? "The first " + MOST_CELLS + " of " + cells.size() + " cells; the others are in the rows. "
                : "";
        html.raw("<section>\n").element("h2", "Means");
        html.table(
                        shown
                                + "Mean over the n networks of a cell that have status ok, with its interval by Student's t",
                        heads,
                        rows)
                .raw("</section>\n");
    }

    private static Map<String, List<Observation>> cells(ReportData data) {
        NullModels nullModels = new NullModels(data.study());
        Map<String, List<Observation>> cells = new LinkedHashMap<>();
        for (Observation observation : data.observations()) {
            if (nullModels.of(observation).isEmpty()) {
                cells.computeIfAbsent(observation.cell(), cell -> new ArrayList<>())
                        .add(observation);
            }
        }
        return cells;
    }

    private static List<String> row(Study study, List<Observation> cell, String metric) {
        List<String> row = new ArrayList<>();
        Map<String, Object> parameters = cell.getFirst().parameters();
        study.swept().forEach(name -> row.add(Labels.value(parameters.getOrDefault(name, ""))));
        CellResult result = Sweep.result(cell.stream()
                .filter(observation -> observation.concerns(metric))
                .toList());
        Summary summary = result.summary();
        row.add(metric);
        row.add(summary.count() == 0 ? NONE : Caption.decimals(summary.mean()));
        row.add(
                summary.count() < 2
                        ? NONE
                        : Caption.decimals(summary.low()) + " to " + Caption.decimals(summary.high()));
        row.add(Integer.toString(summary.count()));
        row.add(Estimates.leftOut(result.others()));
        return row;
    }
}
