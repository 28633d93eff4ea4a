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
        for (int row = 0; row < rows; row++) {
            int out = at[ProductShape.OUT] + row * shape.resultRow();
            int left = at[ProductShape.LEFT] + row * shape.left().row();
            for (int column = 0; column < shape.columns(); column += 4) {
                // Rows are padded, so what a last group has too much is computed for nobody.
                start(memory, at, out, column);
                sum(memory, left, at[ProductShape.RIGHT] + column, out + column);
            }
        }
    }

    private void start(float[] memory, int[] at, int out, int column) {
        if (shape.start() == Start.RESULT) {
            return;
        }
        for (int i = column; i < column + 4; i++) {
            memory[out + i] = shape.start() == Start.BIAS ? memory[at[ProductShape.BIAS] + i] : 0;
        }
    }

    /** Four columns at once: four independent chains of fma. */
    private void sum(float[] memory, int left, int right, int out) {
        float sum0 = memory[out];
        float sum1 = memory[out + 1];
        float sum2 = memory[out + 2];
        float sum3 = memory[out + 3];
        int factors = left;
        int from = right;
        for (int k = 0; k < shape.inner(); k++) {
            float factor = memory[factors];
            sum0 = Math.fma(factor, memory[from], sum0);
            sum1 = Math.fma(factor, memory[from + 1], sum1);
            sum2 = Math.fma(factor, memory[from + 2], sum2);
            sum3 = Math.fma(factor, memory[from + 3], sum3);
            factors += shape.left().column();
            from += shape.rightRow();
        }
        memory[out] = sum0;
        memory[out + 1] = sum1;
        memory[out + 2] = sum2;
        memory[out + 3] = sum3;
    }
}
