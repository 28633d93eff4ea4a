package org.neuralredshift.backends.cuda.program;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neuralredshift.api.graph.Tensor;

/** Which maps are computed in the kernel of the product before them, whose elements then never lie in memory. */
final class Fusion {
    private final Map<Tensor.Map, Tensor.MatrixProduct> products = new IdentityHashMap<>();
    private final Map<Tensor.MatrixProduct, Tensor.Map> maps = new IdentityHashMap<>();

    Fusion(Plan plan) {
        for (Tensor tensor : plan.stored()) {
            if (tensor instanceof Tensor.MatrixProduct product) {
                Tensor.Map map = map(plan, product);
                if (map != null && !products.containsKey(map)) {
                    products.put(map, product);
                    maps.put(product, map);
                }
            }
        }
    }

    /** Of one use after the other over the same elements, all of the same section, the first that lies in memory. */
    private static Tensor.@Nullable Map map(Plan plan, Tensor.MatrixProduct product) {
        Tensor at = product;
        while (!plan.isRoot(at)) {
            List<Tensor> users = plan.users(at);
            boolean isMap = users.size() == 1
                    && users.getFirst() instanceof Tensor.Map
                    && users.getFirst().shape().equals(product.shape())
                    && plan.section(users.getFirst()) == plan.section(product);
            if (!isMap) {
                return null;
            }
            at = users.getFirst();
            if (plan.isStored(at)) {
                return (Tensor.Map) at;
            }
        }
        return null;
    }

    /** The product in whose kernel a map is computed, or null. */
    Tensor.@Nullable MatrixProduct productOf(Tensor.Map map) {
        return products.get(map);
    }

    /** A product with the map in its kernel. */
    Layer layer(Tensor.MatrixProduct product) {
        return new Layer(product, maps.get(product));
    }

    /** Whether the elements of a product never lie in memory. */
    boolean isFused(Tensor.MatrixProduct product) {
        return maps.containsKey(product);
    }
}
