package org.neuralredshift.backends.cpu;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.neuralredshift.api.expression.Scalar;

/** Generates kernels, each once: programs that share a shape or an expression share its compiled code. */
final class Kernels {
    private record MapKey(Scalar expression, List<Operand> operands) {}

    private final int lanes;
    private final Map<AffineShape, TileKernel> affine = new ConcurrentHashMap<>();
    private final Map<MapKey, TileKernel> maps = new ConcurrentHashMap<>();

    /** @param lanes of a vector; 1 generates code without the Vector API */
    Kernels(int lanes) {
        this.lanes = lanes;
    }

    int lanes() {
        return lanes;
    }

    TileKernel affine(AffineShape shape) {
        return affine.computeIfAbsent(shape, s -> lanes > 1 ? AffineWriter.write(s, lanes) : new ScalarAffine(s));
    }

    TileKernel map(Scalar expression, List<Operand> operands) {
        return maps.computeIfAbsent(
                new MapKey(expression, operands), key -> MapWriter.write(key.expression(), key.operands(), lanes));
    }
}
