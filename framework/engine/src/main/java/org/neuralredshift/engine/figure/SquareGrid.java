package org.neuralredshift.engine.figure;

import java.util.List;

/**
 * As many rows as columns of square panels; all panels of a row share its axis, and all of a column.
 *
 * @param labels of rows and columns alike
 * @param ticks of rows and columns alike
 * @param side of a panel
 * @param legend above all
 * @param caption below everything; empty for none
 */
record SquareGrid(List<String> labels, List<List<Scale.Tick>> ticks, double side, Legend legend, String caption) {
    static final double GAP = 5;
    private static final double LEFT = 38;
    private static final double BELOW = 27;

    /** Draws the panel of a row and a column, whose plot has its upper left corner at left, top. */
    interface Painter {
        void paint(Ink ink, int row, int column, double left, double top);
    }

    Drawing drawing(Painter painter) {
        int count = labels.size();
        double extent = count * side + (count - 1) * GAP;
        PanelGrid.Header header = legend.header(extent);
        double top = PanelGrid.MARGIN + header.height();
        double width = LEFT + extent + 8;
        List<String> lines = PanelGrid.wrap(caption, width - 2 * PanelGrid.MARGIN);
        double height = top + extent + BELOW + (lines.isEmpty() ? 0 : 6 + lines.size() * PanelGrid.LINE_HEIGHT);
        return new Drawing(width, height, ink -> {
            header.painter().paint(ink, LEFT, PanelGrid.MARGIN);
            double free = Double.NEGATIVE_INFINITY;
            for (int row = 0; row < count; row++) {
                for (int column = 0; column < count; column++) {
                    double x = LEFT + column * (side + GAP);
                    double y = top + row * (side + GAP);
                    painter.paint(ink, row, column, x, y);
                    ink.frame(x, y, side, side);
                }
                free = axes(ink, row, top, extent, free);
            }
            for (int i = 0; i < lines.size(); i++) {
                double baseline = top + extent + BELOW + 6 + (i + 0.5) * PanelGrid.LINE_HEIGHT;
                ink.text(lines.get(i), PanelGrid.MARGIN, baseline, Ink.Align.LEFT, PanelGrid.TICK, Ink.SOFT);
            }
        });
    }

    /** Draws the axes of a row and its column, and tells how far its labels reach. */
    private double axes(Ink ink, int index, double top, double extent, double taken) {
        double x = LEFT + index * (side + GAP);
        double y = top + index * (side + GAP);
        double bottom = top + extent;
        double free = taken;
        for (Scale.Tick tick : ticks.get(index)) {
            double at = x + tick.position() * side;
            ink.line(at, bottom, at, bottom + 2.5, Ink.RULE, 0.5);
            double half = Ink.width(tick.label(), PanelGrid.TICK) / 2;
            if (!tick.label().isEmpty() && at - half > free) {
                ink.text(tick.label(), at, bottom + 10, Ink.Align.CENTRE, PanelGrid.TICK, Ink.TEXT);
                free = at + half + 3;
            }
            if (index > 0) {
                double up = y + (1 - tick.position()) * side;
                ink.line(LEFT - 2.5, up, LEFT, up, Ink.RULE, 0.5);
                ink.text(tick.label(), LEFT - 4, up + 2.7, Ink.Align.RIGHT, PanelGrid.TICK, Ink.TEXT);
            }
        }
        ink.centred(labels.get(index), x + side / 2, bottom + 20.5, side, PanelGrid.LABEL, Ink.TEXT);
        ink.upwards(labels.get(index), PanelGrid.MARGIN + 7, y + side / 2, PanelGrid.LABEL, Ink.TEXT);
        return free;
    }
}
