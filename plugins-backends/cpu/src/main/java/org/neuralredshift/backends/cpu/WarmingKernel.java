package org.neuralredshift.backends.cpu;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A kernel on vectors that lets single numbers do the first tiles. Vector code is slow until the JVM has compiled it, and
 * generating it takes time as well; both give the same bits, so nobody sees which one ran.
 *
 * <p>Shared between threads: a call that is not counted, or a kernel that is generated twice, changes no result.
 */
final class WarmingKernel implements TileKernel {
    private final TileKernel first;
    private final int firstTiles;
    private final Supplier<TileKernel> generator;
    private int tiles;
    private @Nullable TileKernel fast;

    /** @param firstTiles how many tiles {@code first} does before the vector code takes over */
    WarmingKernel(TileKernel first, int firstTiles, Supplier<TileKernel> generator) {
        this.first = first;
        this.firstTiles = firstTiles;
        this.generator = generator;
    }

    @Override
    public void run(float[] memory, int[] at, int rows) {
        TileKernel ready = fast;
        if (ready == null) {
            if (tiles < firstTiles) {
                tiles++;
                first.run(memory, at, rows);
                return;
            }
            ready = generator.get();
            fast = ready;
        }
        ready.run(memory, at, rows);
    }
}
