package org.neuralredshift.engine.figure;

import java.awt.Font;
import java.util.ArrayList;
import java.util.List;

/**
 * Panels in rows. Marks along an axis are labelled once for neighbours that share them, and at each panel that has its own.
 *
 * @param panels at least one
 * @param columns how many stand side by side
 * @param plotWidth of a panel without its axes
 * @param xLabel below the lowest panel of each column
 * @param yLabels at the left of each row, from the top; the last one of all further rows
 * @param header above all panels
 * @param right room at the right of all panels
 * @param caption below everything; empty for none
 */
record PanelGrid(
        List<Panel> panels,
        int columns,
        double plotWidth,
        String xLabel,
        List<String> yLabels,
        Header header,
        double right,
        String caption) {
    static final double MARGIN = 4;
    static final Font TITLE = Typeface.bold(9);
    static final Font LABEL = Typeface.plain(8);
    static final Font TICK = Typeface.plain(8);
    static final double GAP = 12;
    static final double TITLE_HEIGHT = 14;
    private static final double AXIS_HEIGHT = 27;
    private static final double TICK_HEIGHT = 12;
    static final double LINE_HEIGHT = 10.5;
    static final double BESIDE = 10;

    /**
     * A panel.
     *
     * @param title above it
     * @param height of its plot
     * @param x marks along the bottom, at positions 0 to 1
     * @param y marks along the left, upwards
     */
    record Panel(String title, double height, List<Scale.Tick> x, List<Scale.Tick> y) {
        Panel {
            x = List.copyOf(x);
            y = List.copyOf(y);
        }
    }

    /**
     * What stands above all panels.
     *
     * @param height of it
     * @param painter draws it, given its left end and top
     */
    record Header(double height, HeaderPainter painter) {
        static final Header NONE = new Header(0, (ink, left, top) -> {});
    }

    /** Draws a header. */
    interface HeaderPainter {
        void paint(Ink ink, double left, double top);
    }

    /** Draws one panel whose plot has its upper left corner at x, y. */
    interface PanelPainter {
        void paint(Ink ink, int panel, double x, double y);
    }

    /** Draws what stands at the right, from x, between the top of the first plot and the bottom of its row. */
    interface RightPainter {
        void paint(Ink ink, double x, double top, double height);
    }

    PanelGrid {
        panels = List.copyOf(panels);
        yLabels = List.copyOf(yLabels);
        columns = Math.min(columns, panels.size());
    }

    /** All rows have the same label. */
    PanelGrid(
            List<Panel> panels,
            int columns,
            double plotWidth,
            String xLabel,
            String yLabel,
            Header header,
            double right,
            String caption) {
        this(panels, columns, plotWidth, xLabel, List.of(yLabel), header, right, caption);
    }

    /** The whole figure. */
    Drawing drawing(PanelPainter painter, RightPainter beside) {
        List<String> lines = wrap(caption, width() - 2 * MARGIN);
        double height = panelsHeight() + (lines.isEmpty() ? 0 : 6 + lines.size() * LINE_HEIGHT);
        return new Drawing(width(), height, ink -> {
            header.painter().paint(ink, left(), MARGIN);
            for (int panel = 0; panel < panels.size(); panel++) {
                paint(ink, panel, painter);
            }
            beside.paint(ink, left(columns - 1) + plotWidth + BESIDE, top(0), rowHeight(0));
            for (int i = 0; i < lines.size(); i++) {
                double baseline = panelsHeight() + 6 + (i + 0.5) * LINE_HEIGHT;
                ink.text(lines.get(i), MARGIN, baseline, Ink.Align.LEFT, TICK, Ink.SOFT);
            }
        });
    }

    Drawing drawing(PanelPainter painter) {
        return drawing(painter, (ink, left, top, height) -> {});
    }

    private void paint(Ink ink, int index, PanelPainter painter) {
        Panel panel = panels.get(index);
        double left = left(index % columns);
        double top = top(index / columns);
        ink.fitted(panel.title(), left, top - 4, plotWidth, TITLE, Ink.TEXT);
        painter.paint(ink, index, left, top);
        ink.frame(left, top, plotWidth, panel.height());
        horizontal(ink, index, left, top + panel.height());
        vertical(ink, index, left, top);
    }

    private void horizontal(Ink ink, int index, double left, double bottom) {
        boolean labelled = hasOwnX(index);
        double free = Double.NEGATIVE_INFINITY;
        for (Scale.Tick tick : panels.get(index).x()) {
            double at = left + tick.position() * plotWidth;
            ink.line(at, bottom, at, bottom + (tick.label().isEmpty() ? 1.5 : 2.5), Ink.RULE, 0.5);
            double half = Ink.width(tick.label(), TICK) / 2;
            if (labelled && !tick.label().isEmpty() && at - half > free) {
                ink.text(tick.label(), at, bottom + 10, Ink.Align.CENTRE, TICK, Ink.TEXT);
                free = at + half + 3;
            }
        }
        if (isLowest(index)) {
            ink.text(xLabel, left + plotWidth / 2, bottom + 20.5, Ink.Align.CENTRE, LABEL, Ink.TEXT);
        }
    }

    private void vertical(Ink ink, int index, double left, double top) {
        Panel panel = panels.get(index);
        boolean labelled = hasOwnY(index);
        for (Scale.Tick tick : panel.y()) {
            double at = top + (1 - tick.position()) * panel.height();
            ink.line(left - (tick.label().isEmpty() ? 1.5 : 2.5), at, left, at, Ink.RULE, 0.5);
            if (labelled) {
                ink.text(tick.label(), left - 4, at + 2.7, Ink.Align.RIGHT, TICK, Ink.TEXT);
            }
        }
        if (index % columns == 0) {
            double room = panel.height() + TITLE_HEIGHT;
            String yLabel = yLabels.get(Math.min(index / columns, yLabels.size() - 1));
            ink.upwards(yLabel, MARGIN + 7, top + panel.height() / 2, room, LABEL, Ink.TEXT);
        }
    }

    private boolean isLowest(int index) {
        return index + columns >= panels.size();
    }

    /** Whether marks are labelled here: a whole row is, if the panel below one of it does not stand for it. */
    private boolean hasOwnX(int index) {
        int row = index / columns;
        for (int i = row * columns; i < Math.min(panels.size(), (row + 1) * columns); i++) {
            if (!isLowest(i)
                    && (panels.get(i).height() < rowHeight(row)
                            || !panels.get(i).x().equals(panels.get(i + columns).x()))) {
                return true;
            }
        }
        return isLowest(index);
    }

    /** Whether nothing at the left labels the same marks. */
    private boolean hasOwnY(int index) {
        if (index % columns == 0) {
            return true;
        }
        Panel here = panels.get(index);
        Panel before = panels.get(index - 1);
        return !here.y().equals(before.y()) || here.height() != before.height();
    }

    private double left() {
        return MARGIN + 12 + widest(0) + 5;
    }

    private double left(int column) {
        double left = left();
        for (int i = 1; i <= column; i++) {
            left += plotWidth + GAP + (widest(i) > 0 ? widest(i) + 2 : 0);
        }
        return left;
    }

    /** The room that labels at the left of a column take. */
    private double widest(int column) {
        double widest = 0;
        for (int index = column; index < panels.size(); index += columns) {
            if (hasOwnY(index)) {
                for (Scale.Tick tick : panels.get(index).y()) {
                    widest = Math.max(widest, Ink.width(tick.label(), TICK));
                }
            }
        }
        return widest;
    }

    private double width() {
        return left(columns - 1) + plotWidth + Math.max(right, 8) + MARGIN;
    }

    private int rows() {
        return (panels.size() + columns - 1) / columns;
    }

    private double rowHeight(int row) {
        double height = 0;
        for (int index = row * columns; index < Math.min(panels.size(), (row + 1) * columns); index++) {
            height = Math.max(height, panels.get(index).height());
        }
        return height;
    }

    private double top(int row) {
        double top = MARGIN + header.height() + TITLE_HEIGHT;
        for (int i = 0; i < row; i++) {
            top += rowHeight(i) + rowGap(i) + TITLE_HEIGHT;
        }
        return top;
    }

    private double rowGap(int row) {
        return hasOwnX(row * columns) ? TICK_HEIGHT : GAP / 2;
    }

    private double panelsHeight() {
        return top(rows() - 1) + rowHeight(rows() - 1) + AXIS_HEIGHT;
    }

    static List<String> wrap(String text, double width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.isBlank() ? new String[0] : text.strip().split("\\s+")) {
            if (!line.isEmpty() && Ink.width(line + " " + word, TICK) > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        if (!line.isEmpty()) {
            lines.add(line.toString());
        }
        return lines;
    }
}
