package org.neuralredshift.backends.cpu;

import java.util.Arrays;

/**
 * Zeros at position 0.
 *
 * @param floats how many
 */
record ZeroFill(int floats) implements RowKernel {
    @Override
    public void run(float[] memory, int[] at, int from, int to) {
        Arrays.fill(memory, at[0], at[0] + floats, 0);
    }
}
