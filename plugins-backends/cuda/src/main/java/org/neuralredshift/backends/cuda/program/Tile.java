package org.neuralredshift.backends.cuda.program;

/**
 * What a block computes of a product, all powers of two.
 *
 * @param rows of the result
 * @param columns of the result
 * @param depth of the inner axis that is in shared memory at once
 * @param rowsEach rows of one thread
 * @param columnsEach columns of one thread
 */
record Tile(int rows, int columns, int depth, int rowsEach, int columnsEach) {
    private static final int SIDE = 64;
    private static final int EACH = 4;
    private static final int DEPTH = 16;
    /** Threads that a small result should have at least. */
    private static final int WARPS = 64;

    /** The tile for a result of that size. */
    static Tile of(int rows, int columns, int inner) {
        int across = Math.min(SIDE, Sizes.powerOfTwo(columns));
        int down = Math.min(Math.min(4 * SIDE, SIDE * SIDE / across), Sizes.powerOfTwo(rows));
        int depth = Math.min(DEPTH, Sizes.powerOfTwo(inner));
        Tile tile = new Tile(down, across, depth, Math.min(EACH, down), Math.min(EACH, across));
        while (tile.threads() < WARPS && tile.threads() < down * across) {
            tile = tile.rowsEach >= tile.columnsEach
                    ? new Tile(down, across, depth, tile.rowsEach / 2, tile.columnsEach)
                    : new Tile(down, across, depth, tile.rowsEach, tile.columnsEach / 2);
        }
        return tile;
    }

    int threadsAcross() {
        return columns / columnsEach;
    }

    int threads() {
        return rows / rowsEach * threadsAcross();
    }
}
