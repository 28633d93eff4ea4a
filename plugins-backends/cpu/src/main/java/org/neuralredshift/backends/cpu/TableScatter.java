package org.neuralredshift.backends.cpu;

import java.util.Arrays;

/**
 * Adds rows to those of a table of zeros, in order.
 *
 * @param shape of the table and of the rows
 */
record TableScatter(GatherShape shape) implements TileKernel {
    @Override
    public void run(float[] memory, int[] at, int rows) {
        for (int row = 0; row < shape.tableRows(); row++) {
            int from = at[0] + row * shape.tableRow();
            Arrays.fill(memory, from, from + shape.columns(), 0);
        }
        for (int i = 0; i < rows; i++) {
            int row = TableGather.row(memory[at[2] + i * shape.index()], i, shape.tableRows());
            int to = at[0] + row * shape.tableRow();
            int from = at[1] + i * shape.otherRow();
            for (int column = 0; column < shape.columns(); column++) {
                memory[to + column] += memory[from + column];
            }
        }
    }
}
