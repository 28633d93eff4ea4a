package org.neuralredshift.backends.cpu;

/**
 * The literals of C = A B, or C = bias + A B, or C = C + A B. Each element is a sum of its own that begins at its start and
 * takes the products in the order of the inner extent, each by one fma: the order that all kernels keep.
 *
 * <p>Positions in {@code at}: 0 C, 1 A, 2 B, 3 the bias. Rows of B and C have unit stride and are padded to whole
 * {@link MatrixKernels#PAD} floats; what is computed in the padding matters to nobody. Rows of C are given when it runs.
 *
 * @param columns of B and C
 * @param inner columns of A, rows of B
 * @param left strides of A, any
 * @param rightRow distance of the rows of B
 * @param resultRow distance of the rows of C
 * @param start what the sums begin with
 */
record ProductShape(int columns, int inner, Strides left, int rightRow, int resultRow, Start start) {
    /** Position of the result in {@code at}. */
    static final int OUT = 0;
    /** Position of the left operand. */
    static final int LEFT = 1;
    /** Position of the right operand. */
    static final int RIGHT = 2;
    /** Position of the bias. */
    static final int BIAS = 3;

    /** What the sums of a product begin with. */
    enum Start {
        /** +0. */
        ZERO,
        /** One row that is added to all rows. */
        BIAS,
        /** What lies in the place of the result. */
        RESULT
    }
}
