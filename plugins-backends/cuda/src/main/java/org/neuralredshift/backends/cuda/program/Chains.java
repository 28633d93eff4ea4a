package org.neuralredshift.backends.cuda.program;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.neuralredshift.api.graph.Tensor;

/**
 * Layers that follow each other directly, each with no other use than the next: the shape of a perceptron, whatever its activations
 * and widths. One kernel takes points through all layers of a chain. What does not fit in the shared memory of a block is cut.
 */
final class Chains {
    private final Map<Tensor, ChainTile> ends = new IdentityHashMap<>();
    private final Map<Tensor, List<Layer>> chains = new IdentityHashMap<>();
    private final Set<Tensor> inside = Identity.set();
    private final List<String> notes = new ArrayList<>();

    Chains(Plan plan, Fusion fusion, Limits limits) {
        Set<Tensor> seen = Identity.set();
        for (Tensor tensor : plan.stored()) {
            if (tensor instanceof Tensor.MatrixProduct product && seen.add(product)) {
                List<Layer> layers = new ArrayList<>();
                for (Layer at = fusion.layer(product); at != null; at = next(plan, fusion, at)) {
                    seen.add(at.product());
                    layers.add(at);
                }
                cut(layers, limits);
            }
        }
    }

    private static @Nullable Layer next(Plan plan, Fusion fusion, Layer layer) {
        Tensor result = layer.result();
        List<Tensor> users = plan.users(result);
        boolean isOnlyLeft = !plan.isRoot(result)
                && users.size() == 1
                && users.getFirst() instanceof Tensor.MatrixProduct product
                && product.left() == result
                && plan.section(product) == plan.section(result);
        return isOnlyLeft ? fusion.layer((Tensor.MatrixProduct) users.getFirst()) : null;
    }

    /** As many layers at once as fit; a layer that stays alone has a kernel of its own. */
    private void cut(List<Layer> layers, Limits limits) {
        List<Layer> group = new ArrayList<>();
        ChainTile fitting = null;
        for (Layer layer : layers) {
            group.add(layer);
            ChainTile tile = ChainTile.of(group, limits);
            if (tile == null) {
                group.removeLast();
                close(group, fitting);
                group = new ArrayList<>(List.of(layer));
                tile = ChainTile.of(group, limits);
                if (layers.size() > 1) {
                    notes.add("the chain of " + layers.size() + " layers is cut before the product "
                            + layer.product().left().shape() + " x "
                            + layer.product().right().shape() + ": a block has "
                            + limits.sharedBytesPerBlock() + " bytes of shared memory");
                }
            }
            fitting = tile;
        }
        close(group, fitting);
    }

    private void close(List<Layer> group, @Nullable ChainTile tile) {
        if (tile == null
                || group.size() < 2
                || group.getFirst().product().shape().size() == 0) {
            return;
        }
        Tensor end = group.getLast().result();
        ends.put(end, tile);
        chains.put(end, List.copyOf(group));
        group.stream().map(Layer::result).filter(result -> result != end).forEach(inside::add);
    }

    /** The layers of the chain that ends with a tensor; none if no chain does. */
    List<Layer> endingWith(Tensor tensor) {
        return chains.getOrDefault(tensor, List.of());
    }

    /** How a block computes the chain that ends with a tensor, or null. */
    @Nullable
    ChainTile tile(Tensor tensor) {
        return ends.get(tensor);
    }

    /** Whether a tensor stays within a kernel. */
    boolean isInside(Tensor tensor) {
        return inside.contains(tensor);
    }

    /** Where chains are cut, and why. */
    List<String> notes() {
        return notes;
    }
}
