package org.neuralredshift.engine.figure;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import org.neuralredshift.engine.statistics.Summary;

/**
 * Small multiples: curves with the band of their 95 % interval. Panels share the ordinate; each has its own abscissa.
 *
 * @param panels at least one
 * @param lines what curves stand for, in the order of the legend
 * @param references what broken horizontal lines stand for, in the order of the legend
 * @param y axis along the left
 * @param xLabel with its unit
 * @param yLabel with its unit
 */
public record LineChart(
        List<Panel> panels, List<Line> lines, List<String> references, Scale y, String xLabel, String yLabel) {
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
     * One panel.
     *
     * @param title above it
     * @param x axis along the bottom
     * @param curves those that there are
     * @param levels of references that this panel has
     */
    public record Panel(String title, Scale x, List<Curve> curves, List<Level> levels) {
        public Panel {
            curves = List.copyOf(curves);
            levels = List.copyOf(levels);
        }
    }

    /**
     * One curve.
     *
     * @param line its index among the lines
     * @param points by ascending x
     */
    public record Curve(int line, List<Point> points) {
        public Curve {
            points = List.copyOf(points);
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
        int columns = Math.min(MOST_IN_A_ROW, panels.size());
        double width = Math.min(240, (WIDTH - 40 - (columns - 1) * PanelGrid.GAP) / columns);
        double height = Math.min(150, width * 0.8);
        PanelGrid grid = new PanelGrid(
                panels.stream()
                        .map(panel -> new PanelGrid.Panel(
                                panel.title(), height, panel.x().ticks((int) (width / 20)), y.ticks(5)))
                        .toList(),
                columns,
                width,
                xLabel,
                yLabel,
                legend(prefix).header(columns * (width + PanelGrid.GAP)),
                0,
                caption);
        return grid.drawing(
                (ink, panel, left, top) -> new LinePanel(this, panel, prefix, left, top, width, height).paint(ink));
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
