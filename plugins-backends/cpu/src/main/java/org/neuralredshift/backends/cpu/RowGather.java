package org.neuralredshift.backends.cpu;

/**
 * Copies rows of a table of parameters: row i of the result is row {@code indices[i]}. Positions in {@code at}: 0 the
 * result, 1 the table. Both are row-major.
 *
 * @param indices one per row of the result
 * @param width elements of a row
 */
record RowGather(int[] indices, int width) implements TileKernel {
    @Override
    public void run(float[] memory, int[] at, int rows) {
        for (int row = 0; row < rows; row++) {
            System.arraycopy(memory, at[1] + indices[row] * width, memory, at[0] + row * width, width);
        }
    }
}
