package org.neuralredshift.engine.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.neuralredshift.engine.figure.CellResult;
import org.neuralredshift.engine.figure.HeatMap;
import org.neuralredshift.engine.figure.LineChart;
import org.neuralredshift.engine.figure.Numbers;
import org.neuralredshift.engine.figure.Palette;
import org.neuralredshift.engine.figure.Scale;
import org.neuralredshift.engine.statistics.Summary;

/** A metric as curves over one parameter. */
final class LineBlock {
    private LineBlock() {}

    static Block block(FigureSpec spec, ReportData data, String name) {
        Sweep sweep = new Sweep(data.study(), spec, data.observations(), data.labels());
        List<LineChart.Panel> panels = new ArrayList<>();
        double low = 0;
        double high = 1;
        for (int panel = 0; panel < sweep.panelCount(); panel++) {
            HeatMap map = sweep.heatMap(panel);
            panels.add(panel(map));
            for (CellResult cell : map.cells()) {
                Summary summary = cell.summary();
                if (summary.count() > 0) {
                    low = Math.min(low, summary.count() > 1 ? summary.low() : summary.mean());
                    high = Math.max(high, summary.count() > 1 ? summary.high() : summary.mean());
                }
            }
        }
        String label = spec.y().isEmpty() ? "" : spec.y();
        LineChart chart = new LineChart(
                panels, abscissa(sweep), Scale.unitOrMore(low, high), sweep.x().label(), spec.metric(), label);
        String caption = "Lines: mean over " + data.study().seeds().size()
                + " networks each; bands: 95 % interval of the mean. Networks without a shape to measure are left out.";
        var drawing = chart.drawing(caption);
        String title = spec.title().isEmpty() ? spec.metric() + " against " + spec.x() : spec.title();
        Html html =
                new Html().raw("<figure class=\"wide\">").raw(drawing.svg(name)).raw("</figure>\n");
        Findings findings = new Findings(spec, sweep);
        FindingsTable.write(html, spec, findings);
        return new Block(title, findings.sentence(), Map.of(name, drawing), html.toString(), Map.of());
    }

    private static LineChart.Panel panel(HeatMap map) {
        List<LineChart.Curve> curves = new ArrayList<>();
        List<Object> values = map.y().values();
        boolean ordered = values.stream().allMatch(Number.class::isInstance);
        for (int row = 0; row < values.size(); row++) {
            List<LineChart.Point> points = new ArrayList<>();
            for (int column = 0; column < map.x().size(); column++) {
                double x = ((Number) map.x().values().get(column)).doubleValue();
                points.add(new LineChart.Point(x, map.cell(column, row).summary()));
            }
            curves.add(new LineChart.Curve(
                    Numbers.brief(values.get(row)),
                    Palette.of(row, values.size(), ordered && values.size() > 1),
                    points));
        }
        return new LineChart.Panel(map.title(), curves);
    }

    private static Scale abscissa(Sweep sweep) {
        List<Object> values = sweep.x().values();
        double low = ((Number) values.getFirst()).doubleValue();
        double high = ((Number) values.getLast()).doubleValue();
        if (low == high) {
            return new Scale(low - 0.5, high + 0.5, false);
        }
        return new Scale(low, high, low > 0 && high / low >= 10);
    }
}
