package org.neuralredshift.backends.cuda.program;

import java.util.List;
import java.util.Locale;

/** What a chain costs by counting: multiply-adds, numbers read from shared memory, bytes from and to the card's memory. */
final class Estimate {
    private Estimate() {}

    /** One sentence; counts, no measurement. */
    static String of(List<Layer> layers, ChainTile tile, int sharedBytes) {
        double multiplyAdds = 0;
        double reads = 0;
        double weights = 0;
        for (int number = 0; number < layers.size(); number++) {
            Layer layer = layers.get(number);
            ChainTile.Share share = tile.shares().get(number);
            double done = (double) layer.inputs() * layer.width();
            multiplyAdds += done;
            int weightsEach = share.isSplit() ? 2 * share.features() : share.features();
            reads += done * (share.points() + weightsEach) / (share.points() * share.features());
            weights += done;
        }
        double points = (double) tile.points() * tile.tiles();
        return String.format(
                Locale.ROOT,
                "a block of %d threads holds %d bytes of shared memory and takes %d points at a time through all layers, %d blocks"
                        + " at once on a multiprocessor; by counting: %.0f fused multiply-adds a point, %.2f numbers read from"
                        + " shared memory for each, %.1f multiply-adds for each byte of weights",
                tile.threads(),
                sharedBytes,
                tile.points(),
                tile.blocksPerProcessor(),
                multiplyAdds,
                reads / multiplyAdds,
                multiplyAdds * points / (4 * weights));
    }
}
