package org.neuralredshift.engine.figure;

import java.util.List;

/**
 * Cells over two parameters.
 *
 * @param title of the panel
 * @param x to the right
 * @param y upwards
 * @param cells row by row, the row of the least y first
 */
public record HeatMap(String title, CellAxis x, CellAxis y, List<CellResult> cells) {
    public HeatMap {
        cells = List.copyOf(cells);
        if (cells.size() != x.size() * y.size()) {
            throw new IllegalArgumentException(cells.size() + " cells for " + x.size() + " x " + y.size());
        }
    }

    /** The cell at the given positions on the axes. */
    public CellResult cell(int column, int row) {
        return cells.get(row * x.size() + column);
    }
}
