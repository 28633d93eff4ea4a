package org.neuralredshift.engine.figure;

import java.awt.Color;
import java.awt.geom.Path2D;
import java.util.List;
import org.neuralredshift.engine.statistics.Summary;

/**
 * Curves with the band of their 95 % interval, in panels that share axes and a legend.
 *
 * @param panels at least one
 * @param x axis along the bottom
 * @param y axis along the left
 * @param xLabel with its unit
 * @param yLabel with its unit
 * @param legend what the curves differ in; empty hides the legend
 */
public record LineChart(List<Panel> panels, Scale x, Scale y, String xLabel, String yLabel, String legend) {
    private static final double WIDTH = 504;
    private static final double LEGEND_ROOM = 78;

    /**
     * One panel.
     *
     * @param title above it
     * @param curves in the order of the legend, the same in each panel
     */
    public record Panel(String title, List<Curve> curves) {
        public Panel {
            curves = List.copyOf(curves);
        }
    }

    /**
     * One curve.
     *
     * @param label in the legend
     * @param colour of the curve
     * @param points by ascending x
     */
    public record Curve(String label, Color colour, List<Point> points) {
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

    public LineChart {
        panels = List.copyOf(panels);
    }

    /** All panels, as wide as a page or less. */
    public Drawing drawing(String caption) {
        int columns = Math.min(panels.size(), 4);
        double right = legend.isEmpty() ? 0 : LEGEND_ROOM;
        double width = Math.min(240, (WIDTH - 40 - right - columns * 12) / columns);
        double height = Math.min(150, width * 0.8);
        PanelGrid grid = new PanelGrid(
                panels.stream().map(Panel::title).toList(),
                columns,
                width,
                height,
                new PanelGrid.Marks(xLabel, x.ticks((int) (width / 22))),
                new PanelGrid.Marks(yLabel, y.ticks(5)),
                right,
                caption);
        return grid.drawing(
                (ink, panel, left, top) -> paint(ink, panels.get(panel), left, top, width, height), this::legend);
    }

    private void paint(Ink ink, Panel panel, double left, double top, double width, double height) {
        for (Scale.Tick tick : y.ticks(5)) {
            double at = top + (1 - tick.position()) * height;
            ink.line(left, at, left + width, at, Ink.FAINT, 0.5);
        }
        ink.within(left, top, width, height, () -> {
            for (Curve curve : panel.curves()) {
                Color shade = new Color(
                        curve.colour().getRed(),
                        curve.colour().getGreen(),
                        curve.colour().getBlue(),
                        56);
                ink.fill(band(curve, left, top, width, height), shade);
            }
            for (Curve curve : panel.curves()) {
                ink.stroke(line(curve, left, top, width, height), curve.colour(), 1.1);
            }
        });
    }

    private Path2D line(Curve curve, double left, double top, double width, double height) {
        Path2D path = new Path2D.Double();
        boolean pen = false;
        for (Point point : curve.points()) {
            if (point.summary().count() == 0) {
                pen = false;
                continue;
            }
            double px = left + x.position(point.x()) * width;
            double py = top + (1 - y.position(point.summary().mean())) * height;
            if (pen) {
                path.lineTo(px, py);
            } else {
                path.moveTo(px, py);
                path.lineTo(px + 0.01, py);
            }
            pen = true;
        }
        return path;
    }

    private Path2D band(Curve curve, double left, double top, double width, double height) {
        Path2D path = new Path2D.Double();
        List<Point> points = curve.points();
        for (int i = 0; i + 1 < points.size(); i++) {
            Summary here = points.get(i).summary();
            Summary next = points.get(i + 1).summary();
            if (here.count() < 2 || next.count() < 2) {
                continue;
            }
            double x1 = left + x.position(points.get(i).x()) * width;
            double x2 = left + x.position(points.get(i + 1).x()) * width;
            path.moveTo(x1, top + (1 - y.position(here.low())) * height);
            path.lineTo(x2, top + (1 - y.position(next.low())) * height);
            path.lineTo(x2, top + (1 - y.position(next.high())) * height);
            path.lineTo(x1, top + (1 - y.position(here.high())) * height);
            path.closePath();
        }
        return path;
    }

    private void legend(Ink ink, double left, double top, double height) {
        if (legend.isEmpty()) {
            return;
        }
        ink.text(legend, left, top + 5, Ink.Align.LEFT, PanelGrid.LABEL, Ink.TEXT);
        List<Curve> curves = panels.getFirst().curves();
        for (int i = 0; i < curves.size(); i++) {
            double y = top + 16 + i * 10.5;
            ink.line(left, y, left + 12, y, curves.get(i).colour(), 1.6);
            ink.text(curves.get(i).label(), left + 16, y + 2.7, Ink.Align.LEFT, PanelGrid.TICK, Ink.TEXT);
        }
    }
}
