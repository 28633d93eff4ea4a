package org.neuralredshift.backends.cpu;

/**
 * Copies elements in row-major order from one view to another, which may have another shape of the same size. Positions in
 * {@code at}: 0 the result, 1 the source. Slow; for rearrangements that are no matrices.
 *
 * @param to where the elements go
 * @param from where they come from
 */
record ElementCopy(ParameterView to, ParameterView from) implements TileKernel {
    @Override
    public void run(float[] memory, int[] at, int rows) {
        long size = to.shape().size();
        for (long i = 0; i < size; i++) {
            memory[at[0] + offset(to, i)] = memory[at[1] + offset(from, i)];
        }
    }

    /** The distance of an element from the first one. */
    private static int offset(ParameterView view, long element) {
        int offset = 0;
        long rest = element;
        for (int axis = view.shape().rank() - 1; axis >= 0; axis--) {
            int extent = view.shape().extent(axis);
            offset += (int) (rest % extent) * view.strides().get(axis);
            rest /= extent;
        }
        return offset;
    }
}
