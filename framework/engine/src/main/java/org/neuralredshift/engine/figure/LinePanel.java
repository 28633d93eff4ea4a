package org.neuralredshift.engine.figure;

import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.util.List;
import org.neuralredshift.engine.statistics.Summary;

/** Paints one panel of a line chart. */
final class LinePanel {
    private static final double TARGET = 4;
    private static final double PEAK = 6;
    private static final double RING = 3;
    private static final int SHADE = 56;

    private final LineChart chart;
    private final LineChart.Panel panel;
    private final Scale ordinate;
    private final String key;
    private final double left;
    private final double top;
    private final double width;
    private final double height;

    LinePanel(LineChart chart, int panel, String prefix, double left, double top, double width, double height) {
        this.chart = chart;
        this.panel = chart.panels().get(panel);
        this.ordinate = chart.y(panel);
        this.key = prefix.isEmpty() ? "" : prefix + "p" + panel;
        this.left = left;
        this.top = top;
        this.width = width;
        this.height = height;
    }

    void paint(Ink ink) {
        for (Scale.Tick tick : ordinate.ticks(5)) {
            double at = top + (1 - tick.position()) * height;
            ink.line(left, at, left + width, at, Ink.FAINT, 0.5);
        }
        ink.group(id("rh"), () -> levels(ink));
        ink.group(id("h"), () -> {
            for (int i = 0; i < panel.curves().size(); i++) {
                int row = i;
                LineChart.Curve curve = panel.curves().get(i);
                ink.group(isAlone() ? "" : id("l" + curve.line()), () -> curve(ink, curve, row));
            }
        });
    }

    /** A curve that has no fellows in its panel, though other panels have, is told by the title and not by the legend. */
    private boolean isAlone() {
        return panel.curves().size() == 1 && chart.lines().size() > 1;
    }

    private String id(String what) {
        return key.isEmpty() ? "" : key + what;
    }

    private void levels(Ink ink) {
        for (LineChart.Level level : panel.levels()) {
            double at = y(level.summary().mean());
            Line2D line = new Line2D.Double(left, at, left + width, at);
            String target = id("rh-0-" + level.reference());
            ink.group(id("l" + (chart.lines().size() + level.reference())), () -> {
                ink.stroke(line, LineChart.GREY, LineChart.REFERENCE, Dashes.broken(level.reference()));
                if (!target.isEmpty()) {
                    ink.fillNamed(target, left, at - 2, width, 4, Ink.CLEAR);
                }
            });
        }
    }

    private void curve(Ink ink, LineChart.Curve curve, int row) {
        Color colour =
                isAlone() ? LineChart.ONLY : chart.lines().get(curve.line()).colour();
        Color shade = new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), SHADE);
        ink.within(left, top, width, height, () -> {
            ink.fill(band(curve), shade);
            ink.stroke(curve.fit().map(this::fit).orElseGet(() -> line(curve)), colour, LineChart.LINE);
        });
        curve.fit().flatMap(LineChart.Fit::peak).ifPresent(peak -> peak(ink, peak, colour));
        Marker marker = isAlone() ? Marker.CIRCLE : Marker.of(curve.line());
        double radius = Math.min(LineChart.MARKER, width / curve.points().size() / 3);
        for (int column = 0; column < curve.points().size(); column++) {
            LineChart.Point point = curve.points().get(column);
            if (point.summary().count() > 0) {
                double px = x(point);
                double py = y(point.summary().mean());
                ink.fill(marker.at(px, py, radius), colour);
                ink.target(id("h-" + column + "-" + row), px, py, TARGET);
            }
        }
    }

    /** A tick from the bottom of the panel, and a ring on the curve. */
    private void peak(Ink ink, double[] peak, Color colour) {
        double px = x(peak[0]);
        ink.stroke(new Line2D.Double(px, top + height, px, top + height - PEAK), colour, LineChart.LINE);
        ink.within(left, top, width, height, () -> {
            ink.stroke(new Ellipse2D.Double(px - RING, y(peak[1]) - RING, 2 * RING, 2 * RING), colour, LineChart.LINE);
        });
    }

    private Path2D fit(LineChart.Fit fit) {
        Path2D path = new Path2D.Double();
        for (double[] at : fit.path()) {
            if (path.getCurrentPoint() == null) {
                path.moveTo(x(at[0]), y(at[1]));
            } else {
                path.lineTo(x(at[0]), y(at[1]));
            }
        }
        return path;
    }

    private double x(LineChart.Point point) {
        return x(point.x());
    }

    private double x(double value) {
        return left + panel.x().position(value) * width;
    }

    private double y(double value) {
        return top + (1 - ordinate.position(value)) * height;
    }

    private Path2D line(LineChart.Curve curve) {
        Path2D path = new Path2D.Double();
        boolean pen = false;
        for (LineChart.Point point : curve.points()) {
            if (point.summary().count() == 0) {
                pen = false;
                continue;
            }
            if (pen) {
                path.lineTo(x(point), y(point.summary().mean()));
            } else {
                path.moveTo(x(point), y(point.summary().mean()));
            }
            pen = true;
        }
        return path;
    }

    private Path2D band(LineChart.Curve curve) {
        Path2D path = new Path2D.Double();
        List<LineChart.Point> points = curve.points();
        for (int i = 0; i + 1 < points.size(); i++) {
            LineChart.Point here = points.get(i);
            LineChart.Point next = points.get(i + 1);
            if (here.summary().count() > 1 && next.summary().count() > 1) {
                path.moveTo(x(here), y(low(here.summary())));
                path.lineTo(x(next), y(low(next.summary())));
                path.lineTo(x(next), y(next.summary().high()));
                path.lineTo(x(here), y(here.summary().high()));
                path.closePath();
            }
        }
        return path;
    }

    /** The lower end of an interval, as far down as the axis can show it. */
    private double low(Summary summary) {
        return ordinate.logarithmic() ? Math.max(summary.low(), ordinate.low()) : summary.low();
    }
}
