package org.neuralredshift.backends.cpu;

/**
 * How a matrix lies in a session's memory: element (i, j) at position + i · row + j · column.
 *
 * @param row distance of neighbouring rows; 0 if all rows are one
 * @param column distance of neighbouring columns: 1, or 0 if all columns are one; anything for the left operand of a
 *     product and for the source of a copy
 */
record Strides(int row, int column) {
    /** One number for all elements. */
    static final Strides NUMBER = new Strides(0, 0);
    /** One row for all rows. */
    static final Strides ONE_ROW = new Strides(0, 1);
}
