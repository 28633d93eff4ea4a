package org.neuralredshift.backends.cpu;

import java.util.Arrays;

/**
 * Rows of zeros before and after the rows of a tile. Positions in {@code at}: 0 the result, 1 the tile.
 *
 * @param before rows of zeros
 * @param after rows of zeros
 */
record FeaturePad(int before, int after) implements TileKernel {
    @Override
    public void run(float[] memory, int[] at, int rows) {
        int first = at[0] + before * TILE;
        int last = at[0] + (rows - after) * TILE;
        Arrays.fill(memory, at[0], first, 0);
        System.arraycopy(memory, at[1], memory, first, last - first);
        Arrays.fill(memory, last, at[0] + rows * TILE, 0);
    }
}
