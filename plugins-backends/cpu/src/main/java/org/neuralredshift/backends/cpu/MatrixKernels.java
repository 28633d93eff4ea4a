package org.neuralredshift.backends.cpu;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Kernels on row-major matrices, each generated once. A session's memory is one array; a matrix has rows of unit stride,
 * padded to whole {@link #PAD} floats, except that a matrix of one column is contiguous, padded at its end.
 */
final class MatrixKernels {
    /** Rows are whole multiples of so many floats: a cache line, and as many vectors of any machine. */
    static final int PAD = 16;
    /** Rows of the blocks of most products. */
    private static final int BLOCK_ROWS = 6;

    private final int lanes;
    private final int firstRuns;
    private final Map<ProductShape, RowKernel> products = new ConcurrentHashMap<>();
    private final Map<MatrixMapShape, RowKernel> maps = new ConcurrentHashMap<>();
    private final Map<MatrixReduceShape, RowKernel> reductions = new ConcurrentHashMap<>();
    private final Map<CopyShape, RowKernel> copies = new ConcurrentHashMap<>();

    /**
     * @param lanes of a vector; 1 does without the Vector API
     * @param firstRuns runs that single numbers do while the JVM is cold
     */
    MatrixKernels(int lanes, int firstRuns) {
        this.lanes = lanes;
        this.firstRuns = firstRuns;
    }

    RowKernel product(ProductShape shape) {
        return products.computeIfAbsent(
                shape, s -> warming(new ScalarProduct(s), BLOCK_ROWS, () -> ProductWriter.write(s, lanes)));
    }

    RowKernel map(MatrixMapShape shape) {
        return maps.computeIfAbsent(
                shape,
                s -> s.columns() == 1
                        ? MatrixMapWriter.write(s, 1)
                        : warming(MatrixMapWriter.write(s, 1), 1, () -> MatrixMapWriter.write(s, lanes)));
    }

    RowKernel reduce(MatrixReduceShape shape) {
        return reductions.computeIfAbsent(
                shape, s -> warming(MatrixReduceWriter.write(s, 1), 1, () -> MatrixReduceWriter.write(s, lanes)));
    }

    RowKernel copy(CopyShape shape) {
        return copies.computeIfAbsent(
                shape,
                s -> Transposition.suits(s, lanes)
                        ? warming(new ScalarCopy(s), lanes, () -> Transposition.write(s, lanes))
                        : new ScalarCopy(s));
    }

    RowKernel gather(GatherShape shape) {
        return new TableGather(shape);
    }

    RowKernel scatterAdd(GatherShape shape) {
        RowKernel single = new TableScatter(shape);
        return shape.columns() > 1 ? warming(single, 1, () -> new VectorScatter(shape)) : single;
    }

    private RowKernel warming(RowKernel single, int fewestRows, Supplier<RowKernel> generator) {
        return lanes == 1 ? single : new TrialKernel(single, firstRuns, fewestRows, generator);
    }
}
