package org.neuralredshift.engine.figure;

import java.awt.Color;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;

/**
 * One quantity against another, a dot for each network, in panels that share both axes.
 *
 * @param panels at least one
 * @param groups what colours stand for, in the order of the legend
 * @param x axis along the bottom
 * @param y axis along the left
 * @param xLabel with its unit
 * @param yLabel with its unit
 */
public record PointChart(List<Panel> panels, List<Group> groups, Scale x, Scale y, String xLabel, String yLabel) {
    private static final double WIDTH = 504;
    private static final int MOST_IN_A_ROW = 4;
    private static final double RADIUS = 1.1;
    private static final int OPACITY = 170;
    /** Room above the dots of a panel, in its frame, for what is said of them. */
    private static final double STRIP = 12;

    /**
     * What a colour stands for.
     *
     * @param label in the legend
     * @param colour of its dots
     */
    public record Group(String label, Color colour) {}

    /**
     * One panel.
     *
     * @param title above it
     * @param dots networks
     * @param path pairs of x and y of a curve through them; empty for none
     * @param note what is said of the dots, in a strip above them
     */
    public record Panel(String title, List<Dot> dots, List<double[]> path, String note) {
        public Panel {
            dots = List.copyOf(dots);
            path = List.copyOf(path);
        }
    }

    /**
     * A network.
     *
     * @param group its index among the groups
     * @param x abscissa
     * @param y ordinate
     */
    public record Dot(int group, double x, double y) {}

    public PointChart {
        panels = List.copyOf(panels);
        groups = List.copyOf(groups);
    }

    /** All panels, as wide as a page or less, with a caption below unless that is empty. */
    public Drawing drawing(String caption) {
        int columns = Math.min(MOST_IN_A_ROW, panels.size());
        double width = Math.min(220, (WIDTH - 40 - (columns - 1) * PanelGrid.GAP) / columns);
        double height = Math.min(180, width * 0.9);
        double share = height / (height + STRIP);
        List<Scale.Tick> up = y.ticks(5).stream()
                .map(tick -> new Scale.Tick(tick.position() * share, tick.label()))
                .toList();
        PanelGrid grid = new PanelGrid(
                panels.stream()
                        .map(panel ->
                                new PanelGrid.Panel(panel.title(), height + STRIP, x.ticks((int) (width / 24)), up))
                        .toList(),
                columns,
                width,
                xLabel,
                yLabel,
                legend().header(columns * (width + PanelGrid.GAP)),
                0,
                caption);
        return grid.drawing((ink, panel, left, top) -> {
            ink.fitted(panels.get(panel).note(), left + 4, top + STRIP - 3.5, width - 8, PanelGrid.TICK, Ink.SOFT);
            ink.line(left, top + STRIP, left + width, top + STRIP, Ink.FAINT, 0.5);
            paint(ink, panels.get(panel), left, top + STRIP, width, height);
        });
    }

    private Legend legend() {
        List<Legend.Entry> entries = new ArrayList<>();
        if (groups.size() > 1) {
            groups.forEach(
                    group -> entries.add(new Legend.Entry("", group.label(), new Legend.Sample.Dot(group.colour()))));
        }
        return new Legend(entries);
    }

    private void paint(Ink ink, Panel panel, double left, double top, double width, double height) {
        for (int group = 0; group < groups.size(); group++) {
            List<double[]> places = new ArrayList<>();
            for (Dot dot : panel.dots()) {
                if (dot.group() == group) {
                    places.add(new double[] {
                        left + x.position(dot.x()) * width, top + (1 - y.position(dot.y())) * height
                    });
                }
            }
            Color colour = groups.get(group).colour();
            Color shade = new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), OPACITY);
            ink.dots(places, RADIUS, shade);
        }
        Path2D path = new Path2D.Double();
        for (double[] at : panel.path()) {
            double px = left + x.position(at[0]) * width;
            double py = top + (1 - y.position(at[1])) * height;
            if (path.getCurrentPoint() == null) {
                path.moveTo(px, py);
            } else {
                path.lineTo(px, py);
            }
        }
        ink.within(left, top, width, height, () -> ink.stroke(path, LineChart.ONLY, LineChart.LINE));
    }
}
