package org.neuralredshift.engine.figure;

import java.awt.Color;
import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.List;

/**
 * What lines and colours stand for, side by side above the panels, in as many rows as it takes.
 *
 * @param entries in order
 */
record Legend(List<Entry> entries) {
    private static final double ROW = 12;
    private static final double SWATCH = 16;
    private static final double BETWEEN = 13;

    /** What an entry shows before its label. */
    sealed interface Sample {
        /** A line with the marker of its points. */
        record Line(Color colour, Marker marker) implements Sample {}

        /** A line without points. */
        record Broken(Color colour, Dashes dashes) implements Sample {}

        /** A black marker. */
        record Mark(Marker marker) implements Sample {}

        /** A disc. */
        record Dot(Color colour) implements Sample {}
    }

    /**
     * What something stands for.
     *
     * @param id in the page, for instance to hide what the entry stands for; empty for none
     * @param label in words
     * @param sample of it
     */
    record Entry(String id, String label, Sample sample) {
        private double width() {
            return SWATCH + 4 + Ink.width(label, PanelGrid.TICK);
        }
    }

    Legend {
        entries = List.copyOf(entries);
    }

    /** The legend above panels that are together that wide. */
    PanelGrid.Header header(double width) {
        if (entries.isEmpty()) {
            return PanelGrid.Header.NONE;
        }
        List<double[]> places = places(width);
        double height = places.getLast()[1] + ROW + 3;
        return new PanelGrid.Header(height, (ink, left, top) -> {
            for (int i = 0; i < entries.size(); i++) {
                Entry entry = entries.get(i);
                double x = left + places.get(i)[0];
                double y = top + places.get(i)[1];
                ink.group(entry.id(), () -> paint(ink, entry, x, y));
            }
        });
    }

    private List<double[]> places(double width) {
        List<double[]> places = new ArrayList<>();
        double x = 0;
        double y = 0;
        for (Entry entry : entries) {
            if (x > 0 && x + entry.width() > width) {
                x = 0;
                y += ROW;
            }
            places.add(new double[] {x, y});
            x += entry.width() + BETWEEN;
        }
        return places;
    }

    private static void paint(Ink ink, Entry entry, double x, double y) {
        double middle = y + ROW / 2;
        if (!entry.id().isEmpty()) {
            ink.fill(x - 3, y, entry.width() + 6, ROW, Ink.CLEAR);
        }
        Line2D line = new Line2D.Double(x, middle, x + SWATCH, middle);
        switch (entry.sample()) {
            case Sample.Line(Color colour, Marker marker) -> {
                ink.stroke(line, colour, LineChart.LINE);
                ink.fill(marker.at(x + SWATCH / 2, middle, LineChart.MARKER), colour);
            }
            case Sample.Broken(Color colour, Dashes dashes) -> ink.stroke(line, colour, LineChart.REFERENCE, dashes);
            case Sample.Mark(Marker marker) -> ink.fill(marker.at(x + SWATCH - 4, middle, 2.4), Color.BLACK);
            case Sample.Dot(Color colour) -> ink.dot(x + SWATCH - 4, middle, 3, colour);
        }
        ink.text(entry.label(), x + SWATCH + 4, middle + 2.8, Ink.Align.LEFT, PanelGrid.TICK, Ink.TEXT);
    }
}
