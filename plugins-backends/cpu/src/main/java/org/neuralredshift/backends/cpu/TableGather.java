package org.neuralredshift.backends.cpu;

/**
 * Copies rows of a table.
 *
 * @param shape of the table and of the rows
 */
record TableGather(GatherShape shape) implements TileKernel {
    @Override
    public void run(float[] memory, int[] at, int rows) {
        for (int i = 0; i < rows; i++) {
            int row = row(memory[at[2] + i * shape.index()], i, shape.tableRows());
            int from = at[1] + row * shape.tableRow();
            int to = at[0] + i * shape.otherRow();
            System.arraycopy(memory, from, memory, to, shape.columns());
        }
    }

    /** The row that an index stands for. */
    static int row(float index, int at, int tableRows) {
        int row = (int) index;
        if (row != index || row < 0 || row >= tableRows) {
            throw new IllegalArgumentException("index " + index + " at " + at + " is no row of a table of " + tableRows
                    + " rows: it takes whole numbers from 0 on");
        }
        return row;
    }
}
