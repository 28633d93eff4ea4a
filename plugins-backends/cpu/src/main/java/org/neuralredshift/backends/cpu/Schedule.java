package org.neuralredshift.backends.cpu;

/**
 * Steps as arrays, so that running them allocates nothing, and which rows each thread does.
 *
 * @param kernels of the steps
 * @param at operands of each
 * @param from the first row, by thread and step
 * @param to the row after the last one; below {@code from} if the thread has nothing to do
 * @param waits whether all threads meet before a step
 */
record Schedule(RowKernel[] kernels, int[][] at, int[][] from, int[][] to, boolean[] waits) {
    /** What one thread does of all steps, in order; ends early if another one has given up. */
    boolean run(float[] memory, int thread, StepBarrier meeting) {
        int[] first = from[thread];
        int[] last = to[thread];
        for (int i = 0; i < kernels.length; i++) {
            if (waits[i] && !meeting.await()) {
                return false;
            }
            if (first[i] <= last[i]) {
                kernels[i].run(memory, at[i], first[i], last[i]);
            }
        }
        return true;
    }
}
