package org.neuralredshift.engine.figure;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.List;

/**
 * The functions themselves, arranged like the cells of a heat map. Each is grey from its least value to its largest, x1 to
 * the right, x2 upwards.
 *
 * @param mosaics all with the same axes
 */
public record PictureFigure(List<Mosaic> mosaics) {
    private static final double WIDTH = 504;
    private static final double MOST_TILE = 40;
    private static final double LINE = 0.6;

    public PictureFigure {
        mosaics = List.copyOf(mosaics);
    }

    /** All panels, as wide as a page. */
    public Drawing drawing(String caption) {
        int columns = Math.min(2, mosaics.size());
        double tile = Math.min(MOST_TILE, (WIDTH - 40 - columns * 12) / columns / axisX().size());
        return grid(mosaics, columns, tile, caption).drawing((ink, panel, x, y) -> paint(ink, panel, "", x, y, tile));
    }

    /** One panel without its title. The cell at column c and row r has the id {@code prefix-c-r}. */
    public Drawing panel(int mosaic, String prefix, double tile) {
        return grid(List.of(mosaics.get(mosaic).untitled()), 1, tile, "")
                .drawing((ink, panel, x, y) -> paint(ink, mosaic, prefix, x, y, tile));
    }

    private PanelGrid grid(List<Mosaic> shown, int columns, double tile, String caption) {
        return new PanelGrid(
                shown.stream().map(Mosaic::title).toList(),
                columns,
                tile * axisX().size(),
                tile * axisY().size(),
                new PanelGrid.Marks(axisX().label(), axisX().ticks((int) (tile * axisX().size() / 18))),
                new PanelGrid.Marks(axisY().label(), axisY().ticks((int) (tile * axisY().size() / 9))),
                0,
                caption);
    }

    private void paint(Ink ink, int index, String prefix, double left, double top, double tile) {
        Mosaic mosaic = mosaics.get(index);
        BufferedImage image = mosaic.image();
        ink.image(image, left, top, tile * axisX().size(), tile * axisY().size());
        for (int row = 0; row < axisY().size(); row++) {
            for (int column = 0; column < axisX().size(); column++) {
                double x = left + column * tile;
                double y = top + (axisY().size() - 1 - row) * tile;
                ink.line(x, y, x + tile, y, Color.WHITE, LINE);
                ink.line(x, y, x, y + tile, Color.WHITE, LINE);
                if (!mosaic.has(column, row)) {
                    ink.hatch("", x, y, tile, tile);
                }
                if (!prefix.isEmpty()) {
                    ink.fillNamed(prefix + "-" + column + "-" + row, x, y, tile, tile, Ink.CLEAR);
                }
            }
        }
    }

    private CellAxis axisX() {
        return mosaics.getFirst().x();
    }

    private CellAxis axisY() {
        return mosaics.getFirst().y();
    }
}
