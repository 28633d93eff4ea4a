package org.neuralredshift.backends.cpu;

/** Generated code for one step on one tile of sample points. */
interface TileKernel {
    /** Points of a tile; a row of a tile holds one feature at that many points. */
    int TILE = 64;

    /**
     * Runs the step.
     *
     * @param memory everything that the session owns: weights, tiles, sample points
     * @param at where in it each operand and the result begin
     * @param rows features of the result
     */
    void run(float[] memory, int[] at, int rows);
}
