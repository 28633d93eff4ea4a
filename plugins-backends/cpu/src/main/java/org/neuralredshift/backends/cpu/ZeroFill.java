package org.neuralredshift.backends.cpu;

import java.util.Arrays;

/**
 * Zeros at position 0.
 *
 * @param floats how many
 */
record ZeroFill(int floats) implements TileKernel {
    @Override
    public void run(float[] memory, int[] at, int rows) {
        Arrays.fill(memory, at[0], at[0] + floats, 0);
    }
}
