package org.neuralredshift.engine.figure;

import java.util.List;

/**
 * As many rows as columns of square panels; all panels of a row share its axis, and all of a column.
 *
 * @param axes of rows and columns alike
 * @param left room for the labels of rows
 * @param side of a panel
 * @param legend above all
 * @param caption below everything; empty for none
 */
record SquareGrid(List<Axis> axes, double left, double side, Legend legend, String caption) {
    private static final double GAP = 5;
    private static final double BELOW = 27;
    private static final double RIGHT = 8;

    /**
     * What a row and a column show.
     *
     * @param label of it
     * @param ticks at positions 0 to 1
     */
    record Axis(String label, List<Scale.Tick> ticks) {
        Axis {
            ticks = List.copyOf(ticks);
        }
    }

    /** Draws the panel of a row and a column, whose plot has its upper left corner at left, top. */
    interface Painter {
        void paint(Ink ink, int row, int column, double left, double top);
    }

    SquareGrid {
        axes = List.copyOf(axes);
    }

    /** A grid that is as wide as asked for, unless its panels would have longer sides than asked for. */
    static SquareGrid within(double width, double longest, List<Axis> axes, Legend legend, String caption) {
        double widest = axes.stream()
                .skip(1)
                .flatMap(axis -> axis.ticks().stream())
                .mapToDouble(tick -> Ink.width(tick.label(), PanelGrid.TICK))
                .max()
                .orElse(0);
        double left = PanelGrid.MARGIN + 12 + widest + 5;
        double side = (width - left - RIGHT - (axes.size() - 1) * GAP) / axes.size();
        return new SquareGrid(axes, left, Math.min(longest, side), legend, caption);
    }

    Drawing drawing(Painter painter) {
        int count = axes.size();
        double extent = count * side + (count - 1) * GAP;
        PanelGrid.Header header = legend.header(extent);
        double top = PanelGrid.MARGIN + header.height();
        double width = left + extent + RIGHT;
        List<String> lines = PanelGrid.wrap(caption, width - 2 * PanelGrid.MARGIN);
        double height = top + extent + BELOW + (lines.isEmpty() ? 0 : 6 + lines.size() * PanelGrid.LINE_HEIGHT);
        return new Drawing(width, height, ink -> {
            header.painter().paint(ink, left, PanelGrid.MARGIN);
            double free = Double.NEGATIVE_INFINITY;
            for (int row = 0; row < count; row++) {
                double y = top + row * (side + GAP);
                for (int column = 0; column < count; column++) {
                    double x = left + column * (side + GAP);
                    painter.paint(ink, row, column, x, y);
                    ink.frame(x, y, side, side);
                }
                free = below(ink, axes.get(row), left + row * (side + GAP), top + extent, free);
                // What the first row shows is a distribution: nothing in it is read against an axis at the left.
                beside(ink, axes.get(row), row > 0, y);
            }
            for (int i = 0; i < lines.size(); i++) {
                double baseline = top + extent + BELOW + 6 + (i + 0.5) * PanelGrid.LINE_HEIGHT;
                ink.text(lines.get(i), PanelGrid.MARGIN, baseline, Ink.Align.LEFT, PanelGrid.TICK, Ink.SOFT);
            }
        });
    }

    /** Draws the axis of a column, and tells how far its labels reach. */
    private double below(Ink ink, Axis axis, double x, double bottom, double taken) {
        double free = taken;
        for (Scale.Tick tick : axis.ticks()) {
            double at = x + tick.position() * side;
            ink.line(at, bottom, at, bottom + 2.5, Ink.RULE, 0.5);
            double half = Ink.width(tick.label(), PanelGrid.TICK) / 2;
            if (!tick.label().isEmpty() && at - half > free) {
                ink.text(tick.label(), at, bottom + 10, Ink.Align.CENTRE, PanelGrid.TICK, Ink.TEXT);
                free = at + half + 3;
            }
        }
        ink.centred(axis.label(), x + side / 2, bottom + 20.5, side, PanelGrid.LABEL, Ink.TEXT);
        return free;
    }

    private void beside(Ink ink, Axis axis, boolean marked, double top) {
        double free = Double.POSITIVE_INFINITY;
        for (Scale.Tick tick : marked ? axis.ticks() : List.<Scale.Tick>of()) {
            double at = top + (1 - tick.position()) * side;
            ink.line(left - 2.5, at, left, at, Ink.RULE, 0.5);
            if (!tick.label().isEmpty() && at < free) {
                ink.text(tick.label(), left - 4, at + 2.7, Ink.Align.RIGHT, PanelGrid.TICK, Ink.TEXT);
                free = at - PanelGrid.TICK.getSize2D();
            }
        }
        ink.upwards(axis.label(), PanelGrid.MARGIN + 7, top + side / 2, side, PanelGrid.LABEL, Ink.TEXT);
    }
}
