package org.neuralredshift.backends.cpu;

import org.neuralredshift.backends.cpu.ProductShape.Start;

/**
 * A product of matrices without the Vector API: defines the order of the additions.
 *
 * @param shape what it multiplies
 */
record ScalarProduct(ProductShape shape) implements TileKernel {
    @Override
    public void run(float[] memory, int[] at, int rows) {
        int left = shape.left().column();
        for (int row = 0; row < rows; row++) {
            int out = at[0] + row * shape.resultRow();
            start(memory, at, out);
            int factor = at[1] + row * shape.left().row();
            int from = at[2];
            for (int k = 0; k < shape.inner(); k++) {
                add(memory, memory[factor], from, out);
                factor += left;
                from += shape.rightRow();
            }
        }
    }

    private void start(float[] memory, int[] at, int out) {
        if (shape.start() != Start.RESULT) {
            for (int column = 0; column < shape.columns(); column++) {
                memory[out + column] = shape.start() == Start.BIAS ? memory[at[3] + column] : 0;
            }
        }
    }

    private void add(float[] memory, float factor, int from, int to) {
        for (int column = 0; column < shape.columns(); column++) {
            memory[to + column] = Math.fma(factor, memory[from + column], memory[to + column]);
        }
    }
}
