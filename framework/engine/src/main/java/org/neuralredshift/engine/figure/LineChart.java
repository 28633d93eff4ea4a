package org.neuralredshift.engine.figure;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.neuralredshift.engine.statistics.Summary;

/**
 * Small multiples: curves with the band of their 95 % interval. Panels of a row share the ordinate; each has its own abscissa.
 *
 * @param panels at least one; if there are several kinds of rows, as many for each, those of the first kind first
 * @param lines what curves stand for, in the order of the legend
 * @param references what broken horizontal lines stand for, in the order of the legend
 * @param rows kinds of rows, from the top: with several, each is one row of panels, and all panels below one another have the
 *     title of the first
 * @param xLabel with its unit
 */
public record LineChart(List<Panel> panels, List<Line> lines, List<String> references, List<Row> rows, String xLabel) {
    static final double LINE = 1.1;
    static final double MARKER = 1.9;
    static final double REFERENCE = 0.9;
    private static final double WIDTH = 504;
    private static final int MOST_IN_A_ROW = 4;
    static final Color GREY = new Color(0x55, 0x55, 0x55);
    static final Color ONLY = new Color(0x33, 0x33, 0x33);

    /**
     * What a curve stands for.
     *
     * @param label in the legend
     * @param colour of the curve
     */
    public record Line(String label, Color colour) {}

    /**
     * What the panels of a row have in common.
     *
     * @param y axis along the left
     * @param label with its unit
     */
    public record Row(Scale y, String label) {}

    /**
     * One panel.
     *
     * @param title above it
     * @param x axis along the bottom
     * @param marks along it; none for those of the axis
     * @param curves those that there are
     * @param levels of references that this panel has
     */
    public record Panel(String title, Scale x, List<Scale.Tick> marks, List<Curve> curves, List<Level> levels) {
        public Panel {
            marks = List.copyOf(marks);
            curves = List.copyOf(curves);
            levels = List.copyOf(levels);
        }
    }

    /**
     * One curve.
     *
     * @param line its index among the lines
     * @param points by ascending x
     * @param fit drawn instead of lines from point to point
     */
    public record Curve(int line, List<Point> points, Optional<Fit> fit) {
        public Curve {
            points = List.copyOf(points);
        }
    }

    /**
     * A smooth curve through points.
     *
     * @param path pairs of x and y
     * @param peak x and y of its maximum, if it has one
     */
    public record Fit(List<double[]> path, Optional<double[]> peak) {
        public Fit {
            path = List.copyOf(path);
        }
    }

    /**
     * A point of a curve.
     *
     * @param x abscissa
     * @param summary mean and interval; a gap if it has no measurements
     */
    public record Point(double x, Summary summary) {}

    /**
     * A level to compare curves with.
     *
     * @param reference its index among the references
     * @param summary its mean is drawn
     */
    public record Level(int reference, Summary summary) {}

    public LineChart {
        panels = List.copyOf(panels);
        lines = List.copyOf(lines);
        references = List.copyOf(references);
        rows = List.copyOf(rows);
    }

    /** The axis along the left of a panel. */
    Scale y(int panel) {
        return rows.get(panel * rows.size() / panels.size()).y();
    }

    /**
     * All panels, as wide as a page or less.
     *
     * <p>What a page can find by its id, if there is a prefix F: F{@code k}i is the i-th entry of the legend, references after
     * lines; F{@code p}j the key of the j-th panel. With the key K, K{@code l}i is all of entry i in the panel; K{@code h} the
     * curves, K{@code h-}c{@code -}r point c of the r-th of them; K{@code rh-0-}r the level of reference r.
     *
     * @param caption below; empty for none
     * @param prefix of ids, unique in the page; empty for none
     */
    public Drawing drawing(String caption, String prefix) {
        boolean stacked = rows.size() > 1;
        int columns = stacked ? panels.size() / rows.size() : Math.min(MOST_IN_A_ROW, panels.size());
        double width = Math.min(240, (WIDTH - 40 - (columns - 1) * PanelGrid.GAP) / columns);
        double height = stacked ? Math.clamp(width * 0.8, 80, 130) : Math.min(150, width * 0.8);
        PanelGrid grid = new PanelGrid(
                IntStream.range(0, panels.size())
                        .mapToObj(index -> panel(index, stacked && index >= columns, width, height))
                        .toList(),
                columns,
                width,
                xLabel,
                rows.stream().map(Row::label).toList(),
                legend(prefix).header(columns * (width + PanelGrid.GAP)),
                0,
                caption);
        return grid.drawing(
                (ink, panel, left, top) -> new LinePanel(this, panel, prefix, left, top, width, height).paint(ink));
    }

    private PanelGrid.Panel panel(int index, boolean isBelow, double width, double height) {
        Panel panel = panels.get(index);
        List<Scale.Tick> along = panel.marks().isEmpty() ? panel.x().ticks((int) (width / 20)) : panel.marks();
        return new PanelGrid.Panel(isBelow ? "" : panel.title(), height, along, y(index).ticks(5));
    }

    private Legend legend(String prefix) {
        List<Legend.Entry> entries = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.size() > 1) {
                Legend.Sample sample = new Legend.Sample.Line(lines.get(i).colour(), Marker.of(i));
                entries.add(new Legend.Entry(id(prefix, i), lines.get(i).label(), sample));
            }
        }
        for (int i = 0; i < references.size(); i++) {
            Legend.Sample sample = new Legend.Sample.Broken(GREY, Dashes.broken(i));
            entries.add(new Legend.Entry(id(prefix, lines.size() + i), references.get(i), sample));
        }
        return new Legend(entries);
    }

    private static String id(String prefix, int entry) {
        return prefix.isEmpty() ? "" : prefix + "k" + entry;
    }
}
