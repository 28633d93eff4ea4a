package org.neuralredshift.backends.cpu;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;

/**
 * Adds rows to those of a table of zeros, in order, with the bits of {@link TableScatter}. Whole vectors: the padding of a row
 * is added to that of another.
 *
 * @param shape of the table and of the rows
 */
record VectorScatter(GatherShape shape) implements TileKernel {
    @Override
    public void run(float[] memory, int[] at, int rows) {
        int table = at[0];
        Arrays.fill(memory, table, table + (shape.tableRows() - 1) * shape.tableRow() + shape.columns(), 0);
        for (int i = 0; i < rows; i++) {
            int row = TableGather.row(memory[at[2] + i * shape.index()], i, shape.tableRows());
            int to = table + row * shape.tableRow();
            int from = at[1] + i * shape.otherRow();
            for (int column = 0; column < shape.columns(); column += Lanes.FLOATS.length()) {
                FloatVector.fromArray(Lanes.FLOATS, memory, to + column)
                        .add(FloatVector.fromArray(Lanes.FLOATS, memory, from + column))
                        .intoArray(memory, to + column);
            }
        }
    }
}
