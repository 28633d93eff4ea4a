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

    private final int lanes;
    private final int firstRuns;
    private final Map<ProductShape, TileKernel> products = new ConcurrentHashMap<>();
    private final Map<MatrixMapShape, TileKernel> maps = new ConcurrentHashMap<>();
    private final Map<MatrixReduceShape, TileKernel> reductions = new ConcurrentHashMap<>();
    private final Map<CopyShape, TileKernel> copies = new ConcurrentHashMap<>();

    /**
     * @param lanes of a vector; 1 does without the Vector API
     * @param firstRuns runs that single numbers do while the JVM is cold
     */
    MatrixKernels(int lanes, int firstRuns) {
        this.lanes = lanes;
        this.firstRuns = firstRuns;
    }

    TileKernel product(ProductShape shape) {
        return products.computeIfAbsent(shape, s -> warming(new ScalarProduct(s), () -> ProductWriter.write(s, lanes)));
    }

    TileKernel map(MatrixMapShape shape) {
        return shape.isOneRow() && shape.columns() > 1
                ? new OneRowMap(rows(shape.inRows()), shape.columns())
                : rows(shape);
    }

    private TileKernel rows(MatrixMapShape shape) {
        return maps.computeIfAbsent(
                shape,
                s -> s.columns() == 1
                        ? MatrixMapWriter.write(s, 1)
                        : warming(MatrixMapWriter.write(s, 1), () -> MatrixMapWriter.write(s, lanes)));
    }

    TileKernel reduce(MatrixReduceShape shape) {
        return reductions.computeIfAbsent(
                shape, s -> warming(MatrixReduceWriter.write(s, 1), () -> MatrixReduceWriter.write(s, lanes)));
    }

    TileKernel copy(CopyShape shape) {
        return copies.computeIfAbsent(
                shape,
                s -> Transposition.suits(s, lanes)
                        ? warming(new ScalarCopy(s), () -> Transposition.write(s, lanes))
                        : new ScalarCopy(s));
    }

    TileKernel gather(GatherShape shape) {
        return new TableGather(shape);
    }

    TileKernel scatterAdd(GatherShape shape) {
        TileKernel single = new TableScatter(shape);
        return shape.columns() > 1 ? warming(single, () -> new VectorScatter(shape)) : single;
    }

    private TileKernel warming(TileKernel single, Supplier<TileKernel> generator) {
        return lanes == 1 ? single : new TrialKernel(single, firstRuns, generator);
    }
}
