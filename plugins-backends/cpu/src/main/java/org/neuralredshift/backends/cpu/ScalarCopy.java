package org.neuralredshift.backends.cpu;

/**
 * A copy, element by element.
 *
 * @param shape what it copies
 */
record ScalarCopy(CopyShape shape) implements RowKernel {
    @Override
    public void run(float[] memory, int[] at, int from, int to) {
        for (int row = from; row < to; row++) {
            int result = at[0] + row * shape.resultRow();
            int source = at[1] + row * shape.source().row();
            for (int column = 0; column < shape.columns(); column++) {
                memory[result + column] = memory[source];
                source += shape.source().column();
            }
        }
    }
}
