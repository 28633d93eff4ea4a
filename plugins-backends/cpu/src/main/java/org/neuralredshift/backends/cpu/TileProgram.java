package org.neuralredshift.backends.cpu;

import java.util.List;
import org.neuralredshift.api.graph.Tensor;

/**
 * A graph lowered to steps over tiles of sample points. Every tensor with a point axis becomes rows of a tile, one per
 * feature; the network runs through all steps on one tile while it stays in the first-level caches.
 *
 * <p>Memory of a session, in floats: constants, weights, per-network numbers, the inputs, tile after tile, then tiles of intermediate
 * values. Positions below are known when the graph is lowered; those of an input tile and of an output depend on the
 * tile, so they are relative.
 *
 * @param points sample points
 * @param constants numbers of the program itself
 * @param weights in the order of their ordinals
 * @param scalars per-network numbers
 * @param inputs shared inputs
 * @param perNetwork steps that are done once per network, before the first tile, in order
 * @param steps of each tile, in order
 * @param outputs results
 * @param size floats of memory
 */
record TileProgram(
        int points,
        List<PlacedConstant> constants,
        List<PlacedWeight> weights,
        List<PlacedScalar> scalars,
        List<PlacedInput> inputs,
        List<Step> perNetwork,
        List<Step> steps,
        List<PlacedOutput> outputs,
        int size) {

    /** Numbers of the program itself, and where they lie. */
    record PlacedConstant(float[] values, int position) {}

    /** A weight and where it lies. */
    record PlacedWeight(Tensor.Weight weight, int position) {}

    /** A per-network number and where it lies. */
    record PlacedScalar(String name, int position) {}

    /** An input of {@code features} rows; its first tile lies at {@code position}. */
    record PlacedInput(String name, int features, int position) {}

    /** A result of {@code features} rows, for each network or for all; {@code value} as in {@link Step}. */
    record PlacedOutput(String name, int features, Value value, boolean perNetwork) {}

    /** Where a value begins: fixed, or that plus the tile number times {@code perTile}. */
    record Value(int position, int perTile) {}

    /** One kernel with its operands in the order that it takes them; {@code text} is for people. */
    record Step(TileKernel kernel, List<Value> at, int rows, String text) {
        Step {
            at = List.copyOf(at);
        }
    }

    int tiles() {
        return (points + TileKernel.TILE - 1) / TileKernel.TILE;
    }
}
