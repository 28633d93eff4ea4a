package org.neuralredshift.backends.cpu;

import java.util.List;

/**
 * One kernel with its operands in the order that it takes them.
 *
 * @param kernel what runs
 * @param at the result or results, then what is read
 * @param rows that it does
 * @param last whether only the last step of a run needs it
 * @param text for people
 */
record MatrixStep(TileKernel kernel, List<At> at, int rows, boolean last, String text) {
    /** A place in a buffer. */
    record At(Buffer buffer, int offset) {
        int position() {
            return buffer.position() + offset;
        }
    }

    MatrixStep {
        at = List.copyOf(at);
    }
}
