package org.neuralredshift.backends.cpu;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Generates kernels, each once: programs that share a shape or an expression share its compiled code. */
final class Kernels {
    private record MapKey(ExpressionCode code, List<Operand> operands) {}

    private final int lanes;
    private final int firstTiles;
    private final Map<AffineShape, TileKernel> affine = new ConcurrentHashMap<>();
    private final Map<MapKey, TileKernel> maps = new ConcurrentHashMap<>();
    private final Map<ReduceShape, TileKernel> reductions = new ConcurrentHashMap<>();

    /**
     * @param lanes of a vector; 1 generates code without the Vector API
     * @param firstTiles tiles that single numbers do while the JVM is cold
     */
    Kernels(int lanes, int firstTiles) {
        this.lanes = lanes;
        this.firstTiles = firstTiles;
    }

    int lanes() {
        return lanes;
    }

    TileKernel affine(AffineShape shape) {
        return affine.computeIfAbsent(shape, s -> {
            TileKernel single = new ScalarAffine(s);
            return lanes == 1 ? single : new WarmingKernel(single, firstTiles, () -> write(s));
        });
    }

    private TileKernel write(AffineShape shape) {
        return shape.narrow() ? NarrowAffineWriter.write(shape, lanes) : AffineWriter.write(shape, lanes);
    }

    TileKernel map(ExpressionCode code, List<Operand> operands) {
        return maps.computeIfAbsent(new MapKey(code, List.copyOf(operands)), key -> {
            TileKernel single = MapWriter.write(key.code(), key.operands(), 1);
            return lanes == 1
                    ? single
                    : new WarmingKernel(single, firstTiles, () -> MapWriter.write(key.code(), key.operands(), lanes));
        });
    }

    TileKernel reduce(ReduceShape shape) {
        return reductions.computeIfAbsent(shape, s -> {
            TileKernel single = ReduceWriter.write(s, 1);
            return lanes == 1 ? single : new WarmingKernel(single, firstTiles, () -> ReduceWriter.write(s, lanes));
        });
    }
}
