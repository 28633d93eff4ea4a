package org.neuralredshift.backends.cpu;

import java.util.Collections;
import java.util.List;

/**
 * The literals of element-wise results: one loop over a matrix computes all results of an expression.
 *
 * <p>Positions in {@code at}: first the results, then the operands. A result may lie in the place of an operand with the
 * same strides. Rows of results are padded to whole {@link MatrixKernels#PAD} floats, and all of the padding may be
 * written; operands may be read as far. Rows are given when it runs; what lies contiguously, a column too, is one row.
 *
 * @param code of the elements; it has as many results as there are {@code results}
 * @param operands what the inputs of the expression stand for; the column stride is 0 or 1
 * @param results distances of the rows of each result
 * @param columns of the results
 */
record MatrixMapShape(ExpressionCode code, List<Strides> operands, List<Integer> results, int columns) {
    MatrixMapShape {
        operands = List.copyOf(operands);
        results = List.copyOf(results);
    }

    /** Whether the results do not tell one row from the next: there is one only. */
    boolean isOneRow() {
        return results.stream().allMatch(row -> row == 0);
    }

    /** The same elements as rows of {@link MatrixKernels#PAD}, so that one kernel serves any length. */
    MatrixMapShape inRows() {
        List<Strides> strides = operands.stream()
                .map(s -> s.column() == 0 ? Strides.NUMBER : new Strides(MatrixKernels.PAD, 1))
                .toList();
        return new MatrixMapShape(
                code, strides, Collections.nCopies(results.size(), MatrixKernels.PAD), MatrixKernels.PAD);
    }
}
