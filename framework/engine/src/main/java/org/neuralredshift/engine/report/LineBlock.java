package org.neuralredshift.engine.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.neuralredshift.engine.figure.CellResult;
import org.neuralredshift.engine.figure.HeatMap;
import org.neuralredshift.engine.figure.LineChart;
import org.neuralredshift.engine.study.FigureSpec;

/** Metrics as curves over one parameter, in small multiples; several rows of them if the figure is a stack. */
final class LineBlock {
    private final FigureSpec spec;
    private final String name;
    private final List<LineRow> rows;

    LineBlock(FigureSpec spec, ReportData data, String name) {
        this.spec = spec;
        this.name = name;
        this.rows = IntStream.range(0, spec.rows().size())
                .mapToObj(row -> new LineRow(spec.row(row), data))
                .toList();
    }

    Block block() {
        int columns = rows.getFirst().maps().size();
        if (columns == 0) {
            throw new IllegalArgumentException("no row has what it shows");
        }
        if (rows.stream().anyMatch(row -> row.maps().size() != columns)) {
            throw new IllegalArgumentException("its rows of panels do not show the same networks");
        }
        LineChart chart = chart();
        String caption = caption();
        Map<String, Block.PanelText> texts = new LinkedHashMap<>();
        for (int panel = 0; panel < chart.panels().size(); panel++) {
            LineRow row = rows.get(panel / columns);
            int column = panel % columns;
            HeatMap map = row.maps().get(column);
            String key = name + "p" + panel;
            texts.put(
                    key,
                    new Block.PanelText(
                            map.title(),
                            map.x().size(),
                            row.texts(column),
                            row.sweep().cells(column)));
            texts.put(key + "r", row.references(column));
        }
        Html html = new Html().chart(chart.drawing("", name), name, caption);
        String sentence = "";
        for (LineRow row : rows) {
            row.fits().write(html);
            if (row.isOverStages()) {
                continue; // a change per step says little of what levels off
            }
            Findings findings = new Findings(row.spec(), row.sweep());
            FindingsTable.write(html, row.spec(), findings, rows.size() > 1);
            if (spec.metrics().size() == 1) {
                sentence = findings.sentence();
            }
        }
        return new Block(
                title(),
                sentence,
                Map.of(name, chart.drawing(caption, "")),
                html.toString(),
                texts,
                Map.of(name, chart.lines().size() + chart.references().size()),
                Optional.empty());
    }

    private String title() {
        if (!spec.title().isEmpty()) {
            return spec.title();
        }
        List<String> subjects = rows.stream().map(row -> row.spec().metric()).toList();
        return String.join(" and ", subjects) + " against "
                + rows.getFirst().spec().x();
    }

    private LineChart chart() {
        List<LineChart.Line> lines = new ArrayList<>();
        List<LineChart.Panel> panels = new ArrayList<>();
        List<LineChart.Row> kinds = new ArrayList<>();
        for (LineRow row : rows) {
            List<LineChart.Line> own = row.lines();
            int first = known(lines, own);
            // A row with one line needs no entry in the legend of a stack: its axis says what it shows.
            boolean isTold = rows.size() > 1 && own.size() == 1 && row != rows.getLast();
            if (first == lines.size() && !isTold) {
                lines.addAll(own);
            }
            List<LineChart.Panel> some = row.panels(isTold ? 0 : first);
            panels.addAll(some);
            kinds.add(new LineChart.Row(row.ordinate(some), row.label()));
        }
        return new LineChart(
                panels,
                lines,
                rows.getFirst().sweep().references(),
                kinds,
                rows.getFirst().maps().getFirst().x().label());
    }

    /** Where these lines stand already, one after another; the end if they do not. */
    private static int known(List<LineChart.Line> lines, List<LineChart.Line> own) {
        int at = Collections.indexOfSubList(lines, own);
        return at < 0 ? lines.size() : at;
    }

    private String caption() {
        List<CellResult> cells =
                rows.stream().flatMap(row -> row.cells().stream()).toList();
        boolean several = rows.size() > 1
                || rows.getFirst().isOverStages()
                || spec.metrics().size() > 1;
        String leftOut = Caption.leftOut(cells, several ? "measurements" : "networks");
        boolean fitted = rows.stream().anyMatch(row -> !row.fits().isEmpty());
        return "Points: mean over " + Caption.seeds(cells) + " each; bands: 95 % interval of the mean."
                + (fitted ? " Curves: quadratic fits; rings and ticks: their maxima." : "")
                + (leftOut.isEmpty() ? "" : " " + leftOut + ".");
    }
}
