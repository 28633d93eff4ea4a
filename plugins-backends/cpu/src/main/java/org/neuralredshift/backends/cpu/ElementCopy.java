package org.neuralredshift.backends.cpu;

/**
 * Copies elements in row-major order from one view to another, which may have another shape of the same size. Positions in
 * {@code at}: 0 the result, 1 the source. Slow; for rearrangements that are no matrices.
 *
 * @param target where the elements go
 * @param source where they come from
 */
record ElementCopy(ParameterView target, ParameterView source) implements RowKernel {
    @Override
    public void run(float[] memory, int[] at, int from, int to) {
        long size = target.shape().size();
        for (long i = 0; i < size; i++) {
            memory[at[0] + offset(target, i)] = memory[at[1] + offset(source, i)];
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
