package org.neuralredshift.backends.cpu;

/**
 * Copies rows of a table.
 *
 * @param shape of the table and of the rows
 */
record TableGather(GatherShape shape) implements RowKernel {
    /** Rows that are done before a method that copies has begun. */
    private static final int SHORT = 8;

    @Override
    public void run(float[] memory, int[] at, int from, int to) {
        for (int i = from; i < to; i++) {
            int row = row(memory[at[2] + i * shape.index()], i, shape.tableRows());
            int source = at[1] + row * shape.tableRow();
            int result = at[0] + i * shape.otherRow();
            if (shape.columns() <= SHORT) {
                for (int column = 0; column < shape.columns(); column++) {
                    memory[result + column] = memory[source + column];
                }
            } else {
                System.arraycopy(memory, source, memory, result, shape.columns());
            }
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
