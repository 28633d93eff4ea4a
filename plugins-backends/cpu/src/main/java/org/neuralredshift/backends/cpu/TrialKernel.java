package org.neuralredshift.backends.cpu;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A kernel on vectors that is tried beside single numbers until it is faster. Vector code is hundreds of times slower until the
 * JVM has compiled it, which takes seconds where there is much to compile; so it gets no more time than single numbers, and both
 * give the same bits.
 *
 * <p>Shared between threads: a run that is not counted, or a kernel that is generated twice, changes no result.
 */
final class TrialKernel implements TileKernel {
    /** So often in a row the vector code is faster before it is trusted. */
    private static final int WINS = 3;
    /** After so many trials it is as compiled as it will ever be. */
    private static final int MOST_TRIALS = 1 << 14;

    private final TileKernel first;
    private final int firstRuns;
    private final Supplier<TileKernel> generator;
    private int runs;
    private int trials;
    private int wins;
    private long nanosOfFirst;
    private long lastOfFirst;
    private long nanosOfTrials;
    private @Nullable TileKernel trial;
    private @Nullable TileKernel fast;

    /** @param firstRuns how many runs {@code first} does before the vector code is tried */
    TrialKernel(TileKernel first, int firstRuns, Supplier<TileKernel> generator) {
        this.first = first;
        this.firstRuns = firstRuns;
        this.generator = generator;
    }

    @Override
    public void run(float[] memory, int[] at, int rows) {
        TileKernel ready = fast;
        if (ready != null) {
            ready.run(memory, at, rows);
        } else if (firstRuns == 0) {
            ready = generator.get();
            fast = ready;
            ready.run(memory, at, rows);
        } else {
            compare(memory, at, rows);
        }
    }

    private void compare(float[] memory, int[] at, int rows) {
        boolean trying = runs >= firstRuns && nanosOfTrials <= nanosOfFirst;
        TileKernel kernel = trying ? tried() : first;
        long begin = System.nanoTime();
        kernel.run(memory, at, rows);
        long nanos = System.nanoTime() - begin;
        if (!trying) {
            runs++;
            nanosOfFirst += nanos;
            lastOfFirst = nanos;
            return;
        }
        trials++;
        nanosOfTrials += nanos;
        wins = nanos < lastOfFirst ? wins + 1 : 0;
        if (wins == WINS || trials == MOST_TRIALS) {
            fast = kernel;
        }
    }

    private TileKernel tried() {
        TileKernel known = trial;
        if (known == null) {
            known = generator.get();
            trial = known;
        }
        return known;
    }
}
