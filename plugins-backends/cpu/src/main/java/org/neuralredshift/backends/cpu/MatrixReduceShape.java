package org.neuralredshift.backends.cpu;

import java.util.List;
import org.neuralredshift.api.graph.Tensor.Reduction;

/**
 * The literals of a reduction of element-wise values.
 *
 * <p>Down the columns, axis 0: one row; each element takes the rows in order, beginning with +0, or -infinity for the
 * maximum. Along the rows, axis 1: a contiguous column; column j goes into the partial result j mod {@link
 * MatrixKernels#PAD}, in order, each beginning likewise; then partial result i takes that of i + 8, then of i + 4, i + 2,
 * i + 1. The maximum is NaN if any is NaN.
 *
 * <p>Positions in {@code at}: 0 the result, then the operands. Rows are given when it runs. Elements in the padding of
 * operands may be read, but are no part of a row's result.
 *
 * @param reduction sum or maximum
 * @param before what is reduced, one result
 * @param operands what the inputs of the expression stand for; the column stride is 0 or 1
 * @param columns of what is reduced
 * @param axis 0 gives a row, 1 gives a column
 */
record MatrixReduceShape(Reduction reduction, ExpressionCode before, List<Strides> operands, int columns, int axis) {
    MatrixReduceShape {
        operands = List.copyOf(operands);
    }
}
