package org.neuralredshift.backends.cpu;

import java.util.Arrays;

/**
 * Adds rows to those of a table of zeros, in order.
 *
 * @param shape of the table and of the rows
 */
record TableScatter(GatherShape shape) implements RowKernel {
    @Override
    public void run(float[] memory, int[] at, int from, int to) {
        for (int row = 0; from == 0 && row < shape.tableRows(); row++) {
            int begin = at[0] + row * shape.tableRow();
            Arrays.fill(memory, begin, begin + shape.columns(), 0);
        }
        for (int i = from; i < to; i++) {
            int row = TableGather.row(memory[at[2] + i * shape.index()], i, shape.tableRows());
            int sum = at[0] + row * shape.tableRow();
            int added = at[1] + i * shape.otherRow();
            for (int column = 0; column < shape.columns(); column++) {
                memory[sum + column] += memory[added + column];
            }
        }
    }
}
