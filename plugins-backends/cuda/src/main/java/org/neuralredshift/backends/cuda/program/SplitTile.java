package org.neuralredshift.backends.cuda.program;

/**
 * What a block computes of a product on tensor cores, all powers of two.
 *
 * @param rows of the result
 * @param columns of the result
 * @param depth of the inner axis that is in shared memory at once
 */
record SplitTile(int rows, int columns, int depth) {
    /** Of a warp at most, in each direction: as many sums for each thread as in 32 registers. */
    static final int WARP_SIDE = 32;

    /** Rows of a tile of the tensor cores. */
    static final int ROWS = 16;

    /** Columns of one, and its depth. */
    static final int COLUMNS = 8;

    private static final int SIDE = 64;
    private static final int DEPTH = 16;
    private static final int WARP = 32;

    /** The tile for a result of that size. */
    static SplitTile of(int rows, int columns, int inner) {
        int across = Math.clamp(Sizes.powerOfTwo(columns), COLUMNS, SIDE);
        int down = Math.clamp(Sizes.powerOfTwo(rows), ROWS, Math.min(4 * SIDE, SIDE * SIDE / across));
        return new SplitTile(down, across, Math.clamp(Sizes.powerOfTwo(inner), COLUMNS, DEPTH));
    }

    /** Least numbers from one row in shared memory to the next for which the threads of a warp, 4 rows by 8, read 32 banks. */
    static int stride(int numbers) {
        return numbers % 16 == 0 ? numbers + 8 : numbers;
    }

    /** Rows of one warp. */
    int warpRows() {
        return Math.min(WARP_SIDE, rows);
    }

    /** Columns of one warp. */
    int warpColumns() {
        return Math.min(WARP_SIDE, columns);
    }

    int warpsAcross() {
        return columns / warpColumns();
    }

    int threads() {
        return WARP * (rows / warpRows()) * warpsAcross();
    }
}
