package org.neuralredshift.backends.cpu;

/**
 * The literals of an affine kernel.
 *
 * @param fanIn inputs of a unit
 * @param rowStride distance in memory of the weights of neighbouring units
 * @param columnStride distance in memory of the weights of neighbouring inputs
 * @param bias whether there is one; else sums start at zero
 * @param rectified whether max(z, 0) is stored in place of z
 */
record AffineShape(int fanIn, int rowStride, int columnStride, boolean bias, boolean rectified) {
    /** Position of the input tile in {@code at}. */
    static final int IN = 0;
    /** Position of the weights. */
    static final int WEIGHTS = 1;
    /** Position of the biases. */
    static final int BIAS = 2;
    /** Position of the result. */
    static final int OUT = 3;

    /** Whether all inputs of a group of columns fit in registers: no blocks of rows then. */
    boolean narrow() {
        return fanIn <= 4;
    }

    /** Whether the last of so many rows is left over after the blocks of several rows. */
    boolean leavesOneRow(int rows) {
        return !narrow() && rows % 2 == 1;
    }
}
