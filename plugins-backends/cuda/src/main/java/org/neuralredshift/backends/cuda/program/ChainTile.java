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
 * @param shares of the layers
 */
record ChainTile(int points, int tiles, int threads, int blocksPerProcessor, int features, List<Share> shares) {
    /** Results of a thread in each direction. */
    static final int SIDE = 8;

    private static final int MOST_POINTS = 1024;
    /** What 128 registers for each thread allow on a multiprocessor with 65,536. */
    private static final int RESIDENT = 512;

    private static final int MOST_TILES = 8;

    /**
     * What a thread computes of a layer.
     *
     * @param points of the thread
     * @param features of the thread
     * @param stride of the weights in shared memory: padded, so that threads that write a column meet few others in a bank
     * @param offset of the weights in shared memory, in floats
     */
    record Share(int points, int features, int stride, int offset) {
        /** How many shares side by side make up a layer. */
        int lots(int width) {
            return (width + features - 1) / features;
        }
    }

    /** The tile that keeps most threads on a multiprocessor; null if none fits. */
    static @Nullable ChainTile of(List<Layer> layers, Limits limits) {
        ChainTile best = null;
        int rows = layers.getFirst().points();
        for (int points = SIDE; points <= Math.min(MOST_POINTS, Math.max(SIDE, Sizes.powerOfTwo(rows))); points *= 2) {
            ChainTile tile = of(layers, limits, points);
            if (tile != null && (best == null || tile.resident() > best.resident())) {
                best = tile;
            }
        }
        return best;
    }

    private static @Nullable ChainTile of(List<Layer> layers, Limits limits, int points) {
        int widest = layers.stream().mapToInt(Layer::width).max().orElseThrow();
        int threads = points / SIDE * ((widest + SIDE - 1) / SIDE);
        int features = layers.getFirst().inputs();
        long weights = 0;
        List<Share> shares = new ArrayList<>();
        for (Layer layer : layers) {
            features = layer == layers.getLast() ? features : Math.max(features, layer.width());
            int each = Math.min(SIDE, Sizes.powerOfTwo(layer.width()));
            int lots = (layer.width() + each - 1) / each;
            int own = 1;
            while (points / own * lots > threads) {
                own *= 2;
            }
            int stride = lots * each + (each < 4 ? 0 : 4);
            shares.add(new Share(own, each, stride, (int) Math.min(weights, Integer.MAX_VALUE)));
            weights += ((long) layer.inputs() * stride + 3) / 4 * 4;
        }
        long bytes = Float.BYTES * (weights + (long) features * points);
        if (threads > RESIDENT || bytes > limits.sharedBytesPerBlock()) {
            return null;
        }
        int byMemory = (int) (limits.sharedBytesPerBlock() / (bytes + 1024));
        int blocks = Math.max(1, Math.min(byMemory, RESIDENT / threads));
        int tiles = Math.min(MOST_TILES, (layers.getFirst().points() + points - 1) / points);
        return new ChainTile(points, tiles, threads, blocks, features, List.copyOf(shares));
    }

    private int resident() {
        return threads * blocksPerProcessor;
    }

    /** Where the features lie in shared memory, in floats. */
    int featuresOffset(Layer last) {
        Share share = shares.getLast();
        return (share.offset() + last.inputs() * share.stride() + 3) / 4 * 4;
    }

    /** Shared memory of a block. */
    int sharedBytes(Layer last) {
        return Float.BYTES * (featuresOffset(last) + features * points);
    }
}
