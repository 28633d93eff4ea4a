package org.neuralredshift.backends.cpu;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A kernel on vectors that is tried beside single numbers until it is faster. Vector code is hundreds of times slower until the
 * JVM has compiled it; so it does a few rows at first, and more as it gets faster, and gets no more time than single numbers. Both
 * give the same bits.
 *
 * <p>Shared between threads: a run that is not counted, or a kernel that is generated twice, changes no result.
 */
final class TrialKernel implements RowKernel {
    /** So often in a row the vector code is faster at all rows before it is trusted. */
    private static final int WINS = 3;
    /** After so many trials it is as compiled as it will ever be. */
    private static final int MOST_TRIALS = 1 << 14;

    private final RowKernel first;
    private final int firstRuns;
    private final int fewestRows;
    private final Supplier<RowKernel> generator;
    private int runs;
    private int trials;
    private int wins;
    private int rowsToTry;
    private long nanosOfFirst;
    private long nanosOfTrials;
    private double nanosPerRow;
    private @Nullable RowKernel trial;
    private @Nullable RowKernel fast;

    /**
     * @param firstRuns how many runs {@code first} does before the vector code is tried
     * @param fewestRows rows that the vector code takes together
     */
    TrialKernel(RowKernel first, int firstRuns, int fewestRows, Supplier<RowKernel> generator) {
        this.first = first;
        this.firstRuns = firstRuns;
        this.fewestRows = fewestRows;
        this.rowsToTry = fewestRows;
        this.generator = generator;
    }

    @Override
    public void run(float[] memory, int[] at, int from, int to) {
        RowKernel ready = fast;
        if (ready != null) {
            ready.run(memory, at, from, to);
        } else if (firstRuns == 0) {
            ready = generator.get();
            fast = ready;
            ready.run(memory, at, from, to);
        } else if (runs < firstRuns || nanosOfTrials > nanosOfFirst) {
            runs++;
            measureFirst(memory, at, from, to);
        } else {
            compare(memory, at, from, to);
        }
    }

    private void measureFirst(float[] memory, int[] at, int from, int to) {
        long begin = System.nanoTime();
        first.run(memory, at, from, to);
        long nanos = System.nanoTime() - begin;
        nanosOfFirst += nanos;
        nanosPerRow = (double) nanos / Math.max(1, to - from);
    }

    private void compare(float[] memory, int[] at, int from, int to) {
        RowKernel kernel = tried();
        int middle = Math.min(to, from + rowsToTry);
        long begin = System.nanoTime();
        kernel.run(memory, at, from, middle);
        long nanos = System.nanoTime() - begin;
        nanosOfTrials += nanos;
        boolean faster = nanos < nanosPerRow * (middle - from);
        rowsToTry = affordable(middle - from, nanos, to - from);
        if (middle < to) {
            measureFirst(memory, at, middle, to);
        } else {
            wins = faster ? wins + 1 : 0;
        }
        trials++;
        if (wins == WINS || trials == MOST_TRIALS) {
            fast = kernel;
        }
    }

    /** Rows that take the vector code as long as single numbers take for all. */
    private int affordable(int rows, long nanos, int all) {
        double share = nanosPerRow * rows / Math.max(1, nanos);
        return (int) Math.clamp(share * all, fewestRows, Math.max(fewestRows, all));
    }

    private RowKernel tried() {
        RowKernel known = trial;
        if (known == null) {
            known = generator.get();
            trial = known;
        }
        return known;
    }
}
