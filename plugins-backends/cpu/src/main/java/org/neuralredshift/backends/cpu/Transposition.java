package org.neuralredshift.backends.cpu;

/**
 * A transposition in square blocks, and the rows that are left one by one.
 *
 * @param blocks does the rows that fill blocks
 * @param side rows of a block
 * @param rest does any rows
 */
record Transposition(TileKernel blocks, int side, ScalarCopy rest) implements TileKernel {
    /** Whether that pays: neighbouring rows of the result are neighbours in the source, and there are enough columns. */
    static boolean suits(CopyShape shape, int lanes) {
        return lanes > 1 && shape.source().row() == 1 && shape.columns() >= lanes / 2;
    }

    static Transposition write(CopyShape shape, int lanes) {
        return new Transposition(TransposeWriter.write(shape, lanes), lanes, new ScalarCopy(shape));
    }

    @Override
    public void run(float[] memory, int[] at, int rows) {
        blocks.run(memory, at, rows);
        rest.run(memory, at, rows / side * side, rows);
    }
}
