package org.neuralredshift.backends.cpu;

/** One step over the rows of matrices. */
interface RowKernel {
    /**
     * Does some of the rows. Those of a result that adds up all rows, as a sum down the columns does, come in order, the first ones
     * first; all others come in any order, and from several threads.
     *
     * @param memory everything that a session owns
     * @param at where in it the results and the operands begin
     * @param from the first row
     * @param to the row after the last one
     */
    void run(float[] memory, int[] at, int from, int to);
}
