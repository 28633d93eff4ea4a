package org.neuralredshift.engine.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.neuralredshift.engine.figure.CellResult;
import org.neuralredshift.engine.figure.HeatMap;
import org.neuralredshift.engine.figure.LineChart;
import org.neuralredshift.engine.figure.Numbers;
import org.neuralredshift.engine.figure.Palette;
import org.neuralredshift.engine.figure.Scale;
import org.neuralredshift.engine.statistics.Peak;
import org.neuralredshift.engine.statistics.Summary;
import org.neuralredshift.engine.store.Observation;
import org.neuralredshift.engine.study.FigureSpec;

/** One row of a line figure: panels that show the same metrics and share the ordinate. */
final class LineRow {
    private final FigureSpec spec;
    private final ReportData data;
    private final Sweep sweep;
    private final List<HeatMap> maps = new ArrayList<>();
    private final boolean overStages;
    private final Fits fits;

    LineRow(FigureSpec asked, ReportData data) {
        Expanded expanded = Expanded.of(asked, data);
        this.spec = expanded.spec();
        this.data = data;
        this.overStages = asked.isOverStages();
        this.sweep = new Sweep(data.study(), spec, expanded.observations(), data.labels());
        for (int panel = 0; panel < sweep.panelCount(); panel++) {
            maps.add(sweep.heatMap(panel));
        }
        this.fits = new Fits(asked, spec, sweep);
    }

    FigureSpec spec() {
        return spec;
    }

    Sweep sweep() {
        return sweep;
    }

    List<HeatMap> maps() {
        return maps;
    }

    Fits fits() {
        return fits;
    }

    boolean isOverStages() {
        return overStages;
    }

    /** What the axis along the left shows, with its unit. */
    String label() {
        String unit = data.study().measured().unit(Expanded.bare(spec.metric()));
        String shown = spec.names().getOrDefault(spec.metric(), spec.metric());
        return unit.isEmpty() ? shown : shown + " (" + unit + ")";
    }

    List<CellResult> cells() {
        return maps.stream().flatMap(map -> map.cells().stream()).toList();
    }

    /** What its curves stand for. */
    List<LineChart.Line> lines() {
        List<Object> values = sweep.ys().values();
        boolean ordered = values.size() > 1 && values.stream().allMatch(Number.class::isInstance);
        List<LineChart.Line> lines = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            String words = sweep.yLabel(values.get(i));
            String label = ordered && i == 0 ? spec.y() + " " + words : words;
            lines.add(new LineChart.Line(label, Palette.of(i, values.size(), ordered)));
        }
        return lines;
    }

    /**
     * Its panels.
     *
     * @param first the entry of the legend that its first line has
     */
    List<LineChart.Panel> panels(int first) {
        List<LineChart.Panel> panels = new ArrayList<>();
        for (int panel = 0; panel < maps.size(); panel++) {
            HeatMap map = maps.get(panel);
            double[] values = numbers(map);
            Steps steps = overStages ? Steps.of(values) : Steps.plain(values);
            panels.add(new LineChart.Panel(
                    map.title(), steps.scale(), steps.marks(), curves(panel, steps, first), levels(panel)));
        }
        return panels;
    }

    private List<LineChart.Curve> curves(int panel, Steps steps, int first) {
        HeatMap map = maps.get(panel);
        List<Object> lines = sweep.ys().values();
        List<LineChart.Curve> curves = new ArrayList<>();
        for (int row = 0; row < map.y().size(); row++) {
            List<LineChart.Point> points = new ArrayList<>();
            for (int column = 0; column < map.x().size(); column++) {
                points.add(new LineChart.Point(
                        steps.place(number(map, column)), map.cell(column, row).summary()));
            }
            Optional<LineChart.Fit> fit = fits.of(panel, row).map(LineRow::curve);
            curves.add(
                    new LineChart.Curve(first + lines.indexOf(map.y().values().get(row)), points, fit));
        }
        return curves;
    }

    private static LineChart.Fit curve(Peak peak) {
        int parts = 64;
        double low = peak.fit().low();
        double high = peak.fit().high();
        List<double[]> path = new ArrayList<>();
        for (int i = 0; i <= parts; i++) {
            double u = low + (high - low) * i / parts;
            path.add(new double[] {
                peak.logarithmic() ? Math.exp(u) : u, peak.fit().at(u)
            });
        }
        double at = peak.at().value();
        return new LineChart.Fit(
                path, peak.fit().hasPeak() ? Optional.of(new double[] {at, peak.value(at)}) : Optional.empty());
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

    /**
     * The axis along the left, for all that these panels show. Where nothing above 1 was measured it ends at 1: an interval that
     * reaches further, as that of a share can, says nothing of what there is.
     */
    Scale ordinate(List<LineChart.Panel> panels) {
        double low = Double.NaN;
        double high = Double.NaN;
        Stream<Summary> shown = Stream.concat(
                cells().stream().map(CellResult::summary),
                panels.stream().flatMap(panel -> panel.levels().stream()).map(LineChart.Level::summary));
        for (Summary summary : shown.toList()) {
            if (summary.count() > 0) {
                low = low <= summary.mean() ? low : summary.mean();
                double top = summary.count() > 1 ? summary.high() : summary.mean();
                high = high >= top ? high : top;
            }
        }
        return Scale.ordinate(low, largest(panels) <= 1 ? Math.min(high, 1) : high)
                .withHeadroom();
    }

    /** The largest of all measurements of networks, and of the levels of null models. */
    private double largest(List<LineChart.Panel> panels) {
        double largest = panels.stream()
                .flatMap(panel -> panel.levels().stream())
                .mapToDouble(level -> level.summary().mean())
                .max()
                .orElse(Double.NEGATIVE_INFINITY);
        for (int panel = 0; panel < maps.size(); panel++) {
            for (int row = 0; row < sweep.y(panel).size(); row++) {
                for (int column = 0; column < sweep.x(panel).size(); column++) {
                    for (Observation observation : sweep.observations(panel, column, row)) {
                        largest = observation.isOk() ? Math.max(largest, observation.value()) : largest;
                    }
                }
            }
        }
        return largest;
    }

    /** What a reader sees who points at a place of a panel. */
    List<String> texts(int panel) {
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

    /** Likewise for the levels of null models. */
    Block.PanelText references(int panel) {
        List<String> texts = new ArrayList<>();
        List<String> cells = new ArrayList<>();
        for (String reference : sweep.references()) {
            texts.add(Caption.tip("null model: " + reference, spec.metric(), sweep.reference(panel, reference)));
            cells.add(sweep.referenceCell(panel, reference));
        }
        return new Block.PanelText(maps.get(panel).title() + ", null models", 1, texts, cells);
    }

    private String line(Object value) {
        return value instanceof Number ? spec.y() + " " + Numbers.brief(value) : sweep.yLabel(value);
    }

    static double[] numbers(HeatMap map) {
        double[] values = new double[map.x().size()];
        for (int column = 0; column < values.length; column++) {
            values[column] = number(map, column);
        }
        return values;
    }

    private static double number(HeatMap map, int column) {
        return ((Number) map.x().values().get(column)).doubleValue();
    }
}
