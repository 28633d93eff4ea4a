package org.neuralredshift.api.data;

import static org.neuralredshift.api.annotation.Api.Stability.STABLE;

import java.util.ArrayList;
import java.util.List;
import org.neuralredshift.api.annotation.Api;

/**
 * The nodes of one input dimension: finite, strictly ascending, at least one; anything else is an {@link
 * IllegalArgumentException}.
 *
 * @param kind {@code uniform}, or the name of a quadrature ({@code chebyshev}, {@code legendre}, ...)
 * @param nodes coordinates
 */
@Api(STABLE)
public record Axis(String kind, List<Double> nodes) {
    public Axis {
        nodes = List.copyOf(nodes);
        for (int i = 0; i < nodes.size(); i++) {
            double node = nodes.get(i);
            if (!Double.isFinite(node) || i > 0 && node <= nodes.get(i - 1)) {
                throw new IllegalArgumentException(
                        "node " + i + " of a " + kind + " axis is " + node + ": nodes are finite and ascending");
            }
        }
        if (nodes.isEmpty()) {
            throw new IllegalArgumentException("a " + kind + " axis has no node: it takes at least one");
        }
    }

    /** {@code size} equidistant nodes on [-1, 1], both ends included; 0 if there is only one. */
    public static Axis uniform(int size) {
        List<Double> nodes = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            nodes.add(size == 1 ? 0.0 : -1 + 2.0 * i / (size - 1));
        }
        return new Axis("uniform", nodes);
    }

    /** The number of nodes. */
    public int size() {
        return nodes.size();
    }
}
