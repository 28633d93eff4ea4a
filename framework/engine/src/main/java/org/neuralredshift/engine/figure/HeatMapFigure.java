package org.neuralredshift.engine.figure;

import java.awt.Color;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Heat maps on one colour scale. A cell that no network could be measured in is hatched; one that some could not be measured
 * in has a dot.
 *
 * @param maps all with the same axes
 * @param colours the scale that colours stand for
 * @param quantity what the colours show
 */
public record HeatMapFigure(List<HeatMap> maps, Scale colours, String quantity) {
    private static final double WIDTH = 504;
    private static final int MOST_COLUMNS = 4;
    private static final double SEAM = 0.4;
    private static final double BAR = 9;
    private static final double BAR_ROOM = 52;

    public HeatMapFigure {
        maps = List.copyOf(maps);
    }

    /** All panels with a colour bar, as wide as a page. */
    public Drawing drawing(String caption) {
        int columns = Math.min(MOST_COLUMNS, maps.size());
        double cell = Math.min(26, (WIDTH - 40 - BAR_ROOM - columns * 12) / columns / axisX().size());
        return grid(maps, columns, cell, Math.max(cell, 9), BAR_ROOM, caption)
                .drawing(
                        (ink, panel, x, y) -> paint(ink, maps.get(panel), "", x, y, cell, Math.max(cell, 9)),
                        this::verticalBar);
    }

    /** One panel. The cell at column c and row r has the id {@code prefix-c-r}. */
    public Drawing panel(int map, String prefix, double cell) {
        return grid(List.of(maps.get(map)), 1, cell, cell, 0, "")
                .drawing((ink, panel, x, y) -> paint(ink, maps.get(map), prefix, x, y, cell, cell));
    }

    /** The colour bar alone, lying. */
    public Drawing colourBar() {
        double length = 220;
        return new Drawing(length + 40, 38, ink -> {
            ink.text(quantity, 20, 9, Ink.Align.LEFT, PanelGrid.LABEL, Ink.TEXT);
            int steps = 110;
            for (int i = 0; i < steps; i++) {
                Color colour = ColourMap.SPECTRUM.at((i + 0.5) / steps);
                ink.fill(20 + i * length / steps, 13, length / steps + (i < steps - 1 ? 0.4 : 0), BAR, colour);
            }
            ink.frame(20, 13, length, BAR);
            for (Scale.Tick tick : colours.ticks(5)) {
                double at = 20 + tick.position() * length;
                ink.line(at, 13 + BAR, at, 15.5 + BAR, Ink.RULE, 0.5);
                ink.text(tick.label(), at, 33, Ink.Align.CENTRE, PanelGrid.TICK, Ink.TEXT);
            }
        });
    }

    private PanelGrid grid(
            List<HeatMap> shown, int columns, double width, double height, double right, String caption) {
        return new PanelGrid(
                shown.stream().map(HeatMap::title).toList(),
                columns,
                width * axisX().size(),
                height * axisY().size(),
                new PanelGrid.Marks(axisX().label(), axisX().ticks((int) (width * axisX().size() / 18))),
                new PanelGrid.Marks(axisY().label(), axisY().ticks((int) (height * axisY().size() / 9))),
                right,
                caption);
    }

    private void paint(Ink ink, HeatMap map, String prefix, double left, double top, double width, double height) {
        for (int row = 0; row < axisY().size(); row++) {
            for (int column = 0; column < axisX().size(); column++) {
                double x = left + column * width;
                double y = top + (axisY().size() - 1 - row) * height;
                String id = prefix.isEmpty() ? "" : prefix + "-" + column + "-" + row;
                CellResult cell = map.cell(column, row);
                if (!cell.isMeasured()) {
                    ink.hatch(id, x, y, width, height);
                    continue;
                }
                Color colour =
                        ColourMap.SPECTRUM.at(colours.position(cell.summary().mean()));
                // Each cell reaches a little under its later neighbours, or anti-aliasing would show seams.
                double right = column + 1 < axisX().size() ? SEAM : 0;
                double up = row + 1 < axisY().size() ? SEAM : 0;
                ink.fillNamed(id, x, y - up, width + right, height + up, colour);
                if (!cell.others().isEmpty()) {
                    double dot = Math.min(2.4, width / 4);
                    ink.dot(x + width - dot, y + dot, dot / 2, ColourMap.contrast(colour));
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
        for (Scale.Tick tick : colours.ticks(5)) {
            double y = top + (1 - tick.position()) * height;
            ink.line(x + BAR, y, x + BAR + 2.5, y, Ink.RULE, 0.5);
            ink.text(tick.label(), x + BAR + 4.5, y + 2.7, Ink.Align.LEFT, PanelGrid.TICK, Ink.TEXT);
        }
        ink.upwards(quantity, x + BAR + 29, top + height / 2, PanelGrid.LABEL, Ink.TEXT);
    }

    private CellAxis axisX() {
        return maps.getFirst().x();
    }

    private CellAxis axisY() {
        return maps.getFirst().y();
    }

    /** How many networks of all panels could not be measured, by status; empty if none. */
    public String unmeasured() {
        return maps.stream()
                .flatMap(map -> IntStream.range(0, map.cells().size()).mapToObj(map.cells()::get))
                .flatMap(cell -> cell.others().entrySet().stream())
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, TreeMap::new, Collectors.summingInt(Map.Entry::getValue)))
                .entrySet()
                .stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
    }
}
