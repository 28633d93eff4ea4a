package org.neuralredshift.engine.figure;

import java.awt.Color;
import java.awt.Font;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Paints one panel of a scatter matrix. */
final class ScatterPanel {
    private static final double RADIUS = 0.75;
    private static final double MARK = 2.3;
    private static final int OPACITY = 150;
    private static final Color BAR = new Color(0xB9, 0xBE, 0xC6);
    private static final double LINE_HEIGHT = 10;

    private final ScatterMatrix matrix;
    private final int row;
    private final int column;
    private final String key;
    private final double left;
    private final double top;
    private final double side;

    ScatterPanel(ScatterMatrix matrix, int row, int column, String key, double left, double top, double side) {
        this.matrix = matrix;
        this.row = row;
        this.column = column;
        this.key = key;
        this.left = left;
        this.top = top;
        this.side = side;
    }

    void paint(Ink ink) {
        if (row == column) {
            histogram(ink);
        } else if (row > column) {
            points(ink);
            marks(ink);
            if (!key.isEmpty()) {
                ink.fillNamed(key + "s", left, top, side, side, Ink.CLEAR);
            }
        } else {
            texts(ink);
        }
    }

    private void histogram(Ink ink) {
        List<Integer> counts = matrix.measures().get(row).counts();
        int most = Math.max(1, Collections.max(counts));
        double width = side / counts.size();
        for (int i = 0; i < counts.size(); i++) {
            double height = 0.9 * side * counts.get(i) / most;
            ink.fill(left + i * width, top + side - height, Math.max(0.2, width - 0.4), height, BAR);
        }
    }

    private void points(Ink ink) {
        for (int group = 0; group < matrix.groups().size(); group++) {
            List<double[]> places = new ArrayList<>();
            for (ScatterMatrix.Point point : matrix.points()) {
                if (point.group() == group && isThere(point.values())) {
                    places.add(place(point.values()));
                }
            }
            Color colour = matrix.groups().get(group).colour();
            Color shade = new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), OPACITY);
            ink.group(id("l" + group), () -> ink.dots(places, RADIUS, shade));
        }
    }

    private void marks(Ink ink) {
        for (int i = 0; i < matrix.marks().size(); i++) {
            double[] values = matrix.marks().get(i).values();
            Marker marker = Marker.of(1 + i);
            if (isThere(values)) {
                double[] at = place(values);
                ink.group(id("l" + (matrix.groups().size() + i)), () -> {
                    ink.fill(marker.at(at[0], at[1], MARK + 0.8), Color.WHITE);
                    ink.fill(marker.at(at[0], at[1], MARK), Color.BLACK);
                });
            }
        }
    }

    private String id(String what) {
        return key.isEmpty() ? "" : key + what;
    }

    private boolean isThere(double[] values) {
        return Double.isFinite(values[row]) && Double.isFinite(values[column]);
    }

    private double[] place(double[] values) {
        return new double[] {
            left + matrix.measures().get(column).scale().position(values[column]) * side,
            top + (1 - matrix.measures().get(row).scale().position(values[row])) * side
        };
    }

    private void texts(Ink ink) {
        List<String> lines = matrix.pair(row, column);
        double widest = lines.stream()
                .mapToDouble(line -> Ink.width(line, PanelGrid.TICK))
                .max()
                .orElse(1);
        Font font = PanelGrid.TICK.deriveFont((float) (PanelGrid.TICK.getSize2D() * Math.min(1, (side - 4) / widest)));
        double first = top + side / 2 - (lines.size() - 1) * LINE_HEIGHT / 2 + 2.8;
        for (int i = 0; i < lines.size(); i++) {
            ink.text(lines.get(i), left + side / 2, first + i * LINE_HEIGHT, Ink.Align.CENTRE, font, Ink.TEXT);
        }
    }
}
