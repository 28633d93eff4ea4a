package org.neuralredshift.backends.cpu;

/**
 * A transposition in square blocks, and the rows that are left one by one.
 *
 * @param blocks does the rows that fill blocks
 * @param side rows of a block
 * @param rest does any rows
 */
record Transposition(RowKernel blocks, int side, ScalarCopy rest) implements RowKernel {
    /** Whether that pays: neighbouring rows of the result are neighbours in the source, and there are enough columns. */
    static boolean suits(CopyShape shape, int lanes) {
        return lanes > 1 && shape.source().row() == 1 && shape.columns() >= lanes / 2;
    }

    static Transposition write(CopyShape shape, int lanes) {
        return new Transposition(TransposeWriter.write(shape, lanes), lanes, new ScalarCopy(shape));
    }

    @Override
    public void run(float[] memory, int[] at, int from, int to) {
        blocks.run(memory, at, from, to);
        rest.run(memory, at, from + (to - from) / side * side, to);
    }
}
