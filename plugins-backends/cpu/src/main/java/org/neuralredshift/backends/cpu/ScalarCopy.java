package org.neuralredshift.backends.cpu;

/**
 * A copy, element by element.
 *
 * @param shape what it copies
 */
record ScalarCopy(CopyShape shape) implements TileKernel {
    @Override
    public void run(float[] memory, int[] at, int rows) {
        run(memory, at, 0, rows);
    }

    /** Some of the rows. */
    void run(float[] memory, int[] at, int fromRow, int toRow) {
        for (int row = fromRow; row < toRow; row++) {
            int to = at[0] + row * shape.resultRow();
            int from = at[1] + row * shape.source().row();
            for (int column = 0; column < shape.columns(); column++) {
                memory[to + column] = memory[from];
                from += shape.source().column();
            }
        }
    }
}
