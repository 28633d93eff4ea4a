package org.neuralredshift.engine.figure;

import java.awt.Color;
import java.util.List;

/**
 * The functions themselves, arranged like the cells of a heat map. Each is grey from its least value to its largest, x1 to
 * the right, x2 upwards. Panels of one row are strips below one another.
 *
 * @param mosaics each with its own values along axes of the same meaning
 */
public record PictureFigure(List<Mosaic> mosaics) {
    private static final double WIDTH = 504;
    private static final double AXIS_ROOM = 44;
    private static final double MOST_TILE = 40;
    private static final double MOST_STRIP_TILE = 72;
    private static final double LEAST_LABELLED_TILE = 22;
    private static final double LEAST_SEAM = 0.6;
    private static final double SEAM_SHARE = 0.045;

    public PictureFigure {
        mosaics = List.copyOf(mosaics);
    }

    /**
     * All panels, as wide as a page. Ids are those of {@link #panel}, for panel i with the prefix {@code prefix + "p" + i + "m"}.
     *
     * @param caption below; empty for none
     * @param prefix of ids, unique in the page; empty for none
     */
    public Drawing drawing(String caption, String prefix) {
        boolean strips = mosaics.stream().allMatch(mosaic -> mosaic.y().size() == 1) || mosaics.size() == 1;
        int columns = strips ? 1 : Math.min(2, mosaics.size());
        int most = mosaics.stream().mapToInt(mosaic -> mosaic.x().size()).max().orElse(1);
        double room = (WIDTH - AXIS_ROOM - (columns - 1) * PanelGrid.GAP) / columns / most;
        double tile = Math.min(strips ? MOST_STRIP_TILE : MOST_TILE, room);
        return grid(mosaics, columns, tile, caption).drawing((ink, panel, x, y) -> {
            String key = prefix.isEmpty() ? "" : prefix + "p" + panel + "m";
            ink.group(key, () -> paint(ink, panel, key, x, y, tile));
        });
    }

    /** One panel without its title. It has the id {@code prefix}, its cell at column c and row r {@code prefix-c-r}. */
    public Drawing panel(int mosaic, String prefix, double tile) {
        return grid(List.of(mosaics.get(mosaic).untitled()), 1, tile, "")
                .drawing((ink, panel, x, y) -> ink.group(prefix, () -> paint(ink, mosaic, prefix, x, y, tile)));
    }

    private PanelGrid grid(List<Mosaic> shown, int columns, double tile, String caption) {
        int most = shown.stream().mapToInt(mosaic -> mosaic.x().size()).max().orElse(1);
        return new PanelGrid(
                shown.stream()
                        .map(mosaic -> new PanelGrid.Panel(
                                mosaic.title(),
                                tile * mosaic.y().size(),
                                shares(marks(mosaic.x(), tile), mosaic.x().size() / (double) most),
                                mosaic.y().ticks((int) (tile * mosaic.y().size() / 9))))
                        .toList(),
                columns,
                tile * most,
                shown.getFirst().x().label(),
                shown.getFirst().y().label(),
                PanelGrid.Header.NONE,
                0,
                caption);
    }

    /** Each tile has its value below it, if there is room. */
    private static List<Scale.Tick> marks(CellAxis axis, double tile) {
        return tile >= LEAST_LABELLED_TILE ? axis.cellTicks() : axis.ticks((int) (tile * axis.size() / 18));
    }

    /** Marks of a panel that does not fill its width. */
    private static List<Scale.Tick> shares(List<Scale.Tick> ticks, double share) {
        return ticks.stream()
                .map(tick -> new Scale.Tick(tick.position() * share, tick.label()))
                .toList();
    }

    private void paint(Ink ink, int index, String prefix, double left, double top, double tile) {
        Mosaic mosaic = mosaics.get(index);
        int columns = mosaic.x().size();
        int rows = mosaic.y().size();
        double seam = Math.max(LEAST_SEAM, SEAM_SHARE * tile);
        ink.image(mosaic.image(), left, top, tile * columns, tile * rows);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                double x = left + column * tile;
                double y = top + (rows - 1 - row) * tile;
                if (!mosaic.has(column, row)) {
                    ink.hatch("", x, y, tile, tile);
                }
                if (row + 1 < rows) {
                    ink.line(x, y, x + tile, y, Color.WHITE, seam);
                }
                if (column > 0) {
                    ink.line(x, y, x, y + tile, Color.WHITE, seam);
                }
                if (!prefix.isEmpty()) {
                    ink.fillNamed(prefix + "-" + column + "-" + row, x, y, tile, tile, Ink.CLEAR);
                }
            }
        }
    }
}
