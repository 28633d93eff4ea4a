package org.neuralredshift.backends.cpu;

/**
 * A map of one long row by a kernel for many short ones.
 *
 * @param rows does rows of {@link MatrixKernels#PAD}
 * @param columns of the long row
 */
record OneRowMap(TileKernel rows, int columns) implements TileKernel {
    @Override
    public void run(float[] memory, int[] at, int rowsGiven) {
        if (rowsGiven > 1) {
            throw new IllegalArgumentException("results without a distance of rows have one row, not " + rowsGiven);
        }
        rows.run(memory, at, rowsGiven * (columns + MatrixKernels.PAD - 1) / MatrixKernels.PAD);
    }
}
