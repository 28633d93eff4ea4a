package org.neuralredshift.engine.figure;

import java.awt.Font;
import java.util.ArrayList;
import java.util.List;

/**
 * Panels of equal size in rows, with the axes they share at the left and at the bottom.
 *
 * @param titles one per panel
 * @param columns how many stand side by side
 * @param plotWidth of a panel without its axes
 * @param plotHeight of a panel without its axes
 * @param x marks along the bottom
 * @param y marks along the left, upwards
 * @param right room at the right of all panels
 * @param caption below everything; empty for none
 */
record PanelGrid(
        List<String> titles,
        int columns,
        double plotWidth,
        double plotHeight,
        Marks x,
        Marks y,
        double right,
        String caption) {
    static final double MARGIN = 4;
    static final Font TITLE = Typeface.bold(9);
    static final Font LABEL = Typeface.plain(8);
    static final Font TICK = Typeface.plain(8);
    private static final double TITLE_HEIGHT = 14;
    private static final double AXIS_HEIGHT = 27;
    private static final double GAP = 12;
    private static final double LINE_HEIGHT = 10.5;

    /**
     * What stands along an axis.
     *
     * @param label of the axis, with its unit
     * @param ticks at positions 0 to 1
     */
    record Marks(String label, List<Scale.Tick> ticks) {
        Marks {
            ticks = List.copyOf(ticks);
        }
    }

    /** Draws one panel whose plot has its upper left corner at x, y. */
    interface PanelPainter {
        void paint(Ink ink, int panel, double x, double y);
    }

    /** Draws what stands at the right, from x, between the top of the first plot and the bottom of its row. */
    interface RightPainter {
        void paint(Ink ink, double x, double top, double height);
    }

    /** The whole figure. */
    Drawing drawing(PanelPainter panels, RightPainter beside) {
        List<String> lines = wrap(caption, width() - 2 * MARGIN);
        double height = panelsHeight() + (lines.isEmpty() ? 0 : 6 + lines.size() * LINE_HEIGHT);
        return new Drawing(width(), height, ink -> {
            for (int panel = 0; panel < titles.size(); panel++) {
                paint(ink, panel, panels);
            }
            beside.paint(
                    ink, left() + across() * plotWidth + (across() - 1) * GAP + 10, MARGIN + TITLE_HEIGHT, plotHeight);
            for (int i = 0; i < lines.size(); i++) {
                double baseline = panelsHeight() + 6 + (i + 0.5) * LINE_HEIGHT;
                ink.text(lines.get(i), MARGIN, baseline, Ink.Align.LEFT, TICK, Ink.SOFT);
            }
        });
    }

    Drawing drawing(PanelPainter panels) {
        return drawing(panels, (ink, left, top, height) -> {});
    }

    private void paint(Ink ink, int panel, PanelPainter painter) {
        int column = panel % across();
        int row = panel / across();
        double left = left() + column * (plotWidth + GAP);
        double top = MARGIN + TITLE_HEIGHT + row * (TITLE_HEIGHT + plotHeight + GAP / 2);
        ink.text(titles.get(panel), left, top - 4, Ink.Align.LEFT, TITLE, Ink.TEXT);
        painter.paint(ink, panel, left, top);
        ink.frame(left, top, plotWidth, plotHeight);
        boolean lowest = panel + across() >= titles.size();
        horizontal(ink, left, top + plotHeight, lowest);
        vertical(ink, left, top, column == 0);
    }

    private void horizontal(Ink ink, double left, double bottom, boolean labelled) {
        double free = Double.NEGATIVE_INFINITY;
        for (Scale.Tick tick : x.ticks()) {
            double at = left + tick.position() * plotWidth;
            ink.line(at, bottom, at, bottom + (tick.label().isEmpty() ? 1.5 : 2.5), Ink.RULE, 0.5);
            double half = Ink.width(tick.label(), TICK) / 2;
            if (labelled && !tick.label().isEmpty() && at - half > free) {
                ink.text(tick.label(), at, bottom + 10, Ink.Align.CENTRE, TICK, Ink.TEXT);
                free = at + half + 3;
            }
        }
        if (labelled) {
            ink.text(x.label(), left + plotWidth / 2, bottom + 20.5, Ink.Align.CENTRE, LABEL, Ink.TEXT);
        }
    }

    private void vertical(Ink ink, double left, double top, boolean labelled) {
        for (Scale.Tick tick : y.ticks()) {
            double at = top + (1 - tick.position()) * plotHeight;
            ink.line(left - (tick.label().isEmpty() ? 1.5 : 2.5), at, left, at, Ink.RULE, 0.5);
            if (labelled) {
                ink.text(tick.label(), left - 4, at + 2.7, Ink.Align.RIGHT, TICK, Ink.TEXT);
            }
        }
        if (labelled) {
            ink.upwards(y.label(), MARGIN + 7, top + plotHeight / 2, LABEL, Ink.TEXT);
        }
    }

    private int across() {
        return Math.min(columns, titles.size());
    }

    private double left() {
        double widest = y.ticks().stream()
                .mapToDouble(tick -> Ink.width(tick.label(), TICK))
                .max()
                .orElse(0);
        return MARGIN + 12 + widest + 5;
    }

    private double width() {
        return left() + across() * plotWidth + (across() - 1) * GAP + Math.max(right, 8) + MARGIN;
    }

    private double panelsHeight() {
        int rows = (titles.size() + across() - 1) / across();
        return MARGIN + rows * (TITLE_HEIGHT + plotHeight) + (rows - 1) * GAP / 2 + AXIS_HEIGHT;
    }

    private static List<String> wrap(String text, double width) {
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
