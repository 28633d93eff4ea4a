package org.neuralredshift.api.data;

import java.util.ArrayList;
import java.util.List;

/**
 * The nodes of one input dimension, ascending.
 *
 * @param kind {@code uniform}, or the name of a quadrature ({@code chebyshev}, {@code legendre}, ...)
 * @param nodes coordinates
 */
public record Axis(String kind, List<Double> nodes) {
    public Axis {
        nodes = List.copyOf(nodes);
    }

    /** {@code size} equidistant nodes on [-1, 1], both ends included; 0 if there is only one. */
    public static Axis uniform(int size) {
        List<Double> nodes = new ArrayList<>(size);
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
