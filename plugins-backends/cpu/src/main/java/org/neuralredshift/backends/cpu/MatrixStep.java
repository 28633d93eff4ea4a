package org.neuralredshift.backends.cpu;

import java.util.List;

/**
 * One kernel with its operands in the order that it takes them.
 *
 * @param kernel what runs
 * @param at the result or results, then what is read
 * @param results how many of them are written
 * @param rows that it does
 * @param together rows that one thread does if several share them; 0 if one does all
 * @param effort about how many floats are computed, for sharing alone
 * @param last whether only the last step of a run needs it
 * @param text for people
 */
record MatrixStep(
        RowKernel kernel, List<At> at, int results, int rows, int together, long effort, boolean last, String text) {
    /**
     * A place in a buffer, and what the rows of a step touch there.
     *
     * @param offset where the first row begins
     * @param perRow distance of the rows; 0 if all touch the same
     * @param floats that a row touches
     */
    record At(Buffer buffer, int offset, int perRow, int floats) {
        int position() {
            return buffer.position() + offset;
        }

        /** The same place where a row touches no more than that. */
        At rows(int distance, int touched) {
            return new At(buffer, offset, distance, touched);
        }

        /** Rows of elements that lie so. */
        At rows(Strides strides, int columns) {
            return rows(strides.row(), columns == 0 ? 0 : (columns - 1) * strides.column() + 1);
        }
    }

    MatrixStep {
        at = List.copyOf(at);
    }

    /** A step with one result that one thread does. */
    static MatrixStep whole(RowKernel kernel, List<At> at, int rows, boolean last, String text) {
        return new MatrixStep(kernel, at, 1, rows, 0, at.getFirst().buffer().floats(), last, text);
    }
}
