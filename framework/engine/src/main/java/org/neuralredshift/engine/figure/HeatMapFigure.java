package org.neuralredshift.engine.figure;

import java.awt.Color;
import java.util.List;

/**
 * Heat maps on one colour scale. A cell that no network could be measured in is hatched; one that some could not be measured
 * in has a dot.
 *
 * @param maps each with its own values along axes of the same meaning
 * @param colours the scale that colours stand for
 * @param quantity what the colours show
 */
public record HeatMapFigure(List<HeatMap> maps, Scale colours, String quantity) {
    private static final double WIDTH = 504;
    private static final int MOST_COLUMNS = 4;
    private static final double SEAM = 0.4;
    private static final double BAR = 9;
    private static final double LEAST_HEIGHT = 60;
    private static final double BEFORE_LABEL = 4.5;
    private static final int BAR_LABELS = 5;

    public HeatMapFigure {
        maps = List.copyOf(maps);
    }

    /** All panels with a colour bar, as wide as a page. */
    public Drawing drawing(String caption) {
        int columns = Math.min(MOST_COLUMNS, maps.size());
        double most = maps.stream().mapToInt(map -> map.x().size()).max().orElse(1);
        double beside = PanelGrid.BESIDE + BAR + BEFORE_LABEL + widestLabel() + PanelGrid.LINE_HEIGHT;
        double width = Math.min(26 * most, (WIDTH - 40 - beside - columns * PanelGrid.GAP) / columns);
        int rows = maps.stream().mapToInt(map -> map.y().size()).max().orElse(1);
        double height = Math.max(Math.max(width / most, 9), LEAST_HEIGHT / rows);
        return grid(maps, columns, width, height, beside, caption)
                .drawing((ink, panel, x, y) -> paint(ink, panel, "", x, y, width, height), this::verticalBar);
    }

    /**
     * One panel. It has the id {@code prefix}, and its cell at column c and row r {@code prefix-c-r}.
     *
     * @param width of all its cells
     * @param height of one of them
     */
    public Drawing panel(int map, String prefix, double width, double height) {
        return grid(List.of(maps.get(map)), 1, width, height, 0, "")
                .drawing((ink, panel, x, y) -> ink.group(prefix, () -> paint(ink, map, prefix, x, y, width, height)));
    }

    /** The colour bar alone, lying. */
    public Drawing colourBar() {
        double length = 220;
        return new Drawing(length + 40, 38, ink -> {
            ink.fitted(quantity, 20, 9, length, PanelGrid.LABEL, Ink.TEXT);
            int steps = 110;
            for (int i = 0; i < steps; i++) {
                Color colour = ColourMap.SPECTRUM.at((i + 0.5) / steps);
                ink.fill(20 + i * length / steps, 13, length / steps + (i < steps - 1 ? 0.4 : 0), BAR, colour);
            }
            ink.frame(20, 13, length, BAR);
            for (Scale.Tick tick : colours.ticks(BAR_LABELS)) {
                double at = 20 + tick.position() * length;
                ink.line(at, 13 + BAR, at, 15.5 + BAR, Ink.RULE, 0.5);
                ink.text(tick.label(), at, 33, Ink.Align.CENTRE, PanelGrid.TICK, Ink.TEXT);
            }
        });
    }

    private PanelGrid grid(
            List<HeatMap> shown, int columns, double width, double height, double right, String caption) {
        return new PanelGrid(
                shown.stream()
                        .map(map -> new PanelGrid.Panel(
                                map.title(),
                                height * map.y().size(),
                                map.x().ticks((int) (width / 18)),
                                map.y().ticks((int) (height * map.y().size() / 9))))
                        .toList(),
                columns,
                width,
                shown.getFirst().x().label(),
                shown.getFirst().y().label(),
                PanelGrid.Header.NONE,
                right,
                caption);
    }

    private void paint(Ink ink, int index, String prefix, double left, double top, double width, double height) {
        HeatMap map = maps.get(index);
        int columns = map.x().size();
        int rows = map.y().size();
        double cellWidth = width / columns;
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                double x = left + column * cellWidth;
                double y = top + (rows - 1 - row) * height;
                String id = prefix.isEmpty() ? "" : prefix + "-" + column + "-" + row;
                CellResult cell = map.cell(column, row);
                if (!cell.isMeasured()) {
                    ink.hatch(id, x, y, cellWidth, height);
                    continue;
                }
                Color colour =
                        ColourMap.SPECTRUM.at(colours.position(cell.summary().mean()));
                // Each cell reaches a little under its later neighbours, or anti-aliasing would show seams.
                double right = column + 1 < columns ? SEAM : 0;
                double up = row + 1 < rows ? SEAM : 0;
                ink.fillNamed(id, x, y - up, cellWidth + right, height + up, colour);
                if (!cell.others().isEmpty()) {
                    double dot = Math.min(2.4, cellWidth / 4);
                    ink.dot(x + cellWidth - dot, y + dot, dot / 2, ColourMap.contrast(colour));
                }
            }
        }
    }

    private void verticalBar(Ink ink, double x, double top, double height) {
        int steps = 64;
        for (int i = 0; i < steps; i++) {
            double y = top + (steps - 1 - i) * height / steps;
            ink.fill(x, y, BAR, height / steps + (i > 0 ? 0.4 : 0), ColourMap.SPECTRUM.at((i + 0.5) / steps));
        }
        ink.frame(x, top, BAR, height);
        for (Scale.Tick tick : colours.ticks(BAR_LABELS)) {
            double y = top + (1 - tick.position()) * height;
            ink.line(x + BAR, y, x + BAR + 2.5, y, Ink.RULE, 0.5);
            ink.text(tick.label(), x + BAR + BEFORE_LABEL, y + 2.7, Ink.Align.LEFT, PanelGrid.TICK, Ink.TEXT);
        }
        double baseline = x + BAR + BEFORE_LABEL + widestLabel() + PanelGrid.LINE_HEIGHT - 2;
        double room = height + 2 * PanelGrid.TITLE_HEIGHT;
        ink.upwards(quantity, baseline, top + height / 2, room, PanelGrid.LABEL, Ink.TEXT);
    }

    private double widestLabel() {
        return colours.ticks(BAR_LABELS).stream()
                .mapToDouble(tick -> Ink.width(tick.label(), PanelGrid.TICK))
                .max()
                .orElse(0);
    }
}
