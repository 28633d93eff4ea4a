package org.neuralredshift.engine.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.neuralredshift.engine.figure.CellResult;
import org.neuralredshift.engine.figure.HeatMap;
import org.neuralredshift.engine.figure.LineChart;
import org.neuralredshift.engine.figure.Numbers;
import org.neuralredshift.engine.figure.Palette;
import org.neuralredshift.engine.figure.Scale;
import org.neuralredshift.engine.statistics.Summary;
import org.neuralredshift.engine.study.FigureSpec;

/** A metric as curves over one parameter, in small multiples. */
final class LineBlock {
    private final FigureSpec spec;
    private final String name;
    private final Sweep sweep;
    private final List<HeatMap> maps = new ArrayList<>();

    LineBlock(FigureSpec spec, ReportData data, String name) {
        this.spec = spec;
        this.name = name;
        this.sweep = new Sweep(data.study(), spec, data.observations(), data.labels());
        for (int panel = 0; panel < sweep.panelCount(); panel++) {
            maps.add(sweep.heatMap(panel));
        }
    }

    Block block() {
        if (maps.isEmpty()) {
            throw new IllegalArgumentException("no row has what it shows");
        }
        List<CellResult> cells =
                maps.stream().flatMap(map -> map.cells().stream()).toList();
        LineChart chart = chart(cells);
        String caption = caption(cells);
        Map<String, Block.PanelText> texts = new LinkedHashMap<>();
        for (int panel = 0; panel < maps.size(); panel++) {
            HeatMap map = maps.get(panel);
            String key = name + "p" + panel;
            texts.put(key, new Block.PanelText(map.title(), map.x().size(), texts(panel), sweep.cells(panel)));
            texts.put(key + "r", references(panel));
        }
        Html html = new Html().chart(chart.drawing("", name), name, caption);
        Findings findings = new Findings(spec, sweep);
        FindingsTable.write(html, spec, findings);
        return new Block(
                title(),
                findings.sentence(),
                Map.of(name, chart.drawing(caption, "")),
                html.toString(),
                texts,
                Map.of(name, chart.lines().size() + chart.references().size()),
                Optional.empty());
    }

    private String title() {
        return spec.title().isEmpty() ? spec.metric() + " against " + spec.x() : spec.title();
    }

    private LineChart chart(List<CellResult> cells) {
        List<Object> values = sweep.ys().values();
        boolean ordered = values.size() > 1 && values.stream().allMatch(Number.class::isInstance);
        List<LineChart.Line> lines = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            String words = sweep.yLabel(values.get(i));
            String label = ordered && i == 0 ? spec.y() + " " + words : words;
            lines.add(new LineChart.Line(label, Palette.of(i, values.size(), ordered)));
        }
        List<LineChart.Panel> panels = new ArrayList<>();
        for (int panel = 0; panel < maps.size(); panel++) {
            HeatMap map = maps.get(panel);
            panels.add(new LineChart.Panel(map.title(), abscissa(map), curves(map, values), levels(panel)));
        }
        return new LineChart(
                panels,
                lines,
                sweep.references(),
                ordinate(Stream.concat(
                        cells.stream().map(CellResult::summary),
                        panels.stream()
                                .flatMap(panel -> panel.levels().stream())
                                .map(LineChart.Level::summary))),
                maps.getFirst().x().label(),
                spec.metric());
    }

    private List<LineChart.Level> levels(int panel) {
        List<LineChart.Level> levels = new ArrayList<>();
        for (int i = 0; i < sweep.references().size(); i++) {
            CellResult result = sweep.reference(panel, sweep.references().get(i));
            if (result.isMeasured()) {
                levels.add(new LineChart.Level(i, result.summary()));
            }
        }
        return levels;
    }

    private Block.PanelText references(int panel) {
        List<String> texts = new ArrayList<>();
        List<String> cells = new ArrayList<>();
        for (String reference : sweep.references()) {
            texts.add(Caption.tip("null model: " + reference, spec.metric(), sweep.reference(panel, reference)));
            cells.add(sweep.referenceCell(panel, reference));
        }
        return new Block.PanelText(maps.get(panel).title() + ", null models", 1, texts, cells);
    }

    private static List<LineChart.Curve> curves(HeatMap map, List<Object> lines) {
        List<LineChart.Curve> curves = new ArrayList<>();
        for (int row = 0; row < map.y().size(); row++) {
            List<LineChart.Point> points = new ArrayList<>();
            for (int column = 0; column < map.x().size(); column++) {
                points.add(new LineChart.Point(
                        number(map, column), map.cell(column, row).summary()));
            }
            curves.add(new LineChart.Curve(lines.indexOf(map.y().values().get(row)), points));
        }
        return curves;
    }

    private static Scale abscissa(HeatMap map) {
        double[] values = new double[map.x().size()];
        for (int column = 0; column < values.length; column++) {
            values[column] = number(map, column);
        }
        return Scale.along(values);
    }

    private static double number(HeatMap map, int column) {
        return ((Number) map.x().values().get(column)).doubleValue();
    }

    private static Scale ordinate(Stream<Summary> shown) {
        double low = Double.NaN;
        double high = Double.NaN;
        for (Summary summary : shown.toList()) {
            if (summary.count() > 0) {
                low = low <= summary.mean() ? low : summary.mean();
                double top = summary.count() > 1 ? summary.high() : summary.mean();
                high = high >= top ? high : top;
            }
        }
        return Scale.ordinate(low, high).withHeadroom();
    }

    private List<String> texts(int panel) {
        HeatMap map = maps.get(panel);
        List<String> texts = new ArrayList<>();
        for (int row = 0; row < map.y().size(); row++) {
            String line =
                    spec.ys().isEmpty() ? "" : " · " + line(map.y().values().get(row));
            for (int column = 0; column < map.x().size(); column++) {
                String place = map.title() + line + " · " + spec.x() + " "
                        + Numbers.brief(map.x().values().get(column));
                texts.add(Caption.tip(place, spec.metric(), map.cell(column, row)));
            }
        }
        return texts;
    }

    private String line(Object value) {
        return value instanceof Number ? spec.y() + " " + Numbers.brief(value) : sweep.yLabel(value);
    }

    private static String caption(List<CellResult> cells) {
        String leftOut = Caption.leftOut(cells);
        return "Points: mean over " + Caption.seeds(cells) + " each; bands: 95 % interval of the mean."
                + (leftOut.isEmpty() ? "" : " " + leftOut + ".");
    }
}
