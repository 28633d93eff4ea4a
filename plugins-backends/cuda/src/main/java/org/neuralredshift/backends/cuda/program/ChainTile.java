package org.neuralredshift.backends.cuda.program;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a block takes points through a chain of layers. Its shared memory holds the weights of all layers, each {@code [inputs][stride]},
 * and the features of a tile of points, {@code [feature][point]}. A thread computes 8 x 8 results of a wide layer in registers: for
 * 64 fused multiply-adds it reads 16 numbers, which its neighbours read, too.
 *
 * @param points of a tile
 * @param tiles that a block computes one after the other
 * @param threads of a block
 * @param blocksPerProcessor that fit by shared memory and registers
 * @param features that lie in shared memory of a point
 * @param stride of the features in shared memory
 * @param shares of the layers
 */
record ChainTile(
        int points, int tiles, int threads, int blocksPerProcessor, int features, int stride, List<Share> shares) {
    /** Results of a thread in each direction. */
    static final int SIDE = 8;

    private static final int MOST_POINTS = 1024;
    /** What 128 registers for each thread allow on a multiprocessor with 65,536. */
    private static final int RESIDENT = 512;

    private static final int MOST_TILES = 8;

    /** Features of a warp at most where a layer is split. */
    private static final int SPLIT_FEATURES = 64;

    /**
     * What a thread computes of a layer; a warp, if the layer is split.
     *
     * @param isSplit whether the layer is computed on tensor cores
     * @param points of the thread
     * @param features of the thread
     * @param stride of the weights in shared memory: padded, so that threads that write a column meet few others in a bank
     * @param offset of the weights in shared memory, in floats
     */
    record Share(boolean isSplit, int points, int features, int stride, int offset) {
        /** How many shares side by side make up a layer. */
        int lots(int width) {
            return (width + features - 1) / features;
        }

        /** Rows of the weights in shared memory: where a layer is split, whole depths of the tensor cores. */
        int rows(int inputs) {
            int depth = isSplit ? SplitTile.COLUMNS : 1;
            return (inputs + depth - 1) / depth * depth;
        }

        /** Floats of the weights in shared memory; two for each where a layer is split. */
        long floats(int inputs) {
            return (isSplit ? 2L : 1L) * rows(inputs) * stride;
        }
    }

    /** The tile that keeps most threads on a multiprocessor; null if none fits. */
    static @Nullable ChainTile of(List<Layer> layers, Limits limits) {
        ChainTile best = null;
        int rows = layers.getFirst().points();
        boolean hasSplit = layers.stream().anyMatch(limits.products()::split);
        int least = hasSplit ? SplitTile.WARP_SIDE : SIDE;
        for (int points = least;
                points <= Math.min(MOST_POINTS, Math.max(least, Sizes.powerOfTwo(rows)));
                points *= 2) {
            ChainTile tile = of(layers, limits, points, hasSplit);
            if (tile != null && (best == null || tile.resident() > best.resident())) {
                best = tile;
            }
        }
        return best;
    }

    private static @Nullable ChainTile of(List<Layer> layers, Limits limits, int points, boolean hasSplit) {
        int widest = layers.stream().mapToInt(Layer::width).max().orElseThrow();
        int threads = hasSplit
                ? points * ((widest + SPLIT_FEATURES - 1) / SPLIT_FEATURES)
                : points / SIDE * ((widest + SIDE - 1) / SIDE);
        int stride = hasSplit ? SplitTile.stride(points) : points;
        int features = layers.getFirst().inputs();
        long weights = 0;
        List<Share> shares = new ArrayList<>();
        for (Layer layer : layers) {
            features = layer == layers.getLast() ? features : Math.max(features, layer.width());
            int offset = (int) Math.min(weights, Integer.MAX_VALUE);
            Share share = limits.products().split(layer)
                    ? split(layer.width(), offset)
                    : plain(layer.width(), offset, points, threads);
            shares.add(share);
            weights += (share.floats(layer.inputs()) + 3) / 4 * 4;
        }
        long bytes = Float.BYTES * (weights + (long) features * stride);
        if (threads > RESIDENT || bytes > limits.sharedBytesPerBlock()) {
            return null;
        }
        int byMemory = (int) (limits.sharedBytesPerBlock() / (bytes + 1024));
        int blocks = Math.max(1, Math.min(byMemory, RESIDENT / threads));
        int tiles = Math.min(MOST_TILES, (layers.getFirst().points() + points - 1) / points);
        return new ChainTile(points, tiles, threads, blocks, features, stride, List.copyOf(shares));
    }

    private static Share plain(int width, int offset, int points, int threads) {
        int each = Math.min(SIDE, Sizes.powerOfTwo(width));
        int lots = (width + each - 1) / each;
        int own = 1;
        while (points / own * lots > threads) {
            own *= 2;
        }
        return new Share(false, own, each, lots * each + (each < 4 ? 0 : 4), offset);
    }

    private static Share split(int width, int offset) {
        int lots = (width + SPLIT_FEATURES - 1) / SPLIT_FEATURES;
        int tiles = (width + SplitTile.COLUMNS - 1) / SplitTile.COLUMNS;
        int each = (tiles + lots - 1) / lots * SplitTile.COLUMNS;
        return new Share(true, SplitTile.WARP_SIDE, each, SplitTile.stride(lots * each), offset);
    }

    private int resident() {
        return threads * blocksPerProcessor;
    }

    /** Where the features lie in shared memory, in floats. */
    int featuresOffset(Layer last) {
        Share share = shares.getLast();
        return (int) ((share.offset() + share.floats(last.inputs()) + 3) / 4 * 4);
    }

    /** Shared memory of a block. */
    int sharedBytes(Layer last) {
        return Float.BYTES * (featuresOffset(last) + features * stride);
    }
}
