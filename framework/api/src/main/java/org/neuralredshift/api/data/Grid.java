package org.neuralredshift.api.data;

import static org.neuralredshift.api.annotation.Api.Stability.STABLE;

import java.util.Collections;
import java.util.List;
import org.neuralredshift.api.annotation.Api;

/**
 * The product of one {@link Axis} per input. Samples of a function on it are an array whose <em>last</em> extent is the
 * axis of x1 and whose first is that of the last input: in two dimensions, rows are x2 and columns x1.
 *
 * @param axes axis i carries the values of input x(i+1); at least one
 */
@Api(STABLE)
public record Grid(List<Axis> axes) implements SampleSpec {
    public Grid {
        axes = List.copyOf(axes);
        if (axes.isEmpty()) {
            throw new IllegalArgumentException("a grid has no axis: it takes one per input of the function");
        }
    }

    /** The regular grid of {@code size} points per axis on [-1, 1]^dimension. */
    public static Grid uniform(int size, int dimension) {
        return new Grid(Collections.nCopies(dimension, Axis.uniform(size)));
    }

    /** Whether the nodes are equidistant on every axis. */
    public boolean isUniform() {
        return axes.stream().allMatch(axis -> axis.kind().equals("uniform"));
    }

    /** Whether there are two axes of equal size: an image. */
    public boolean isSquare() {
        return axes.size() == 2 && axes.getFirst().size() == axes.getLast().size();
    }

    /** The number of nodes on the axis of x1. */
    public int size() {
        return axes.getFirst().size();
    }

    /** Extents of a sampled array, slowest first: the last input, ..., x1. */
    public int[] shape() {
        return axes.reversed().stream().mapToInt(Axis::size).toArray();
    }

    @Override
    public int dimension() {
        return axes.size();
    }

    @Override
    public int points() {
        return axes.stream().mapToInt(Axis::size).reduce(1, Math::multiplyExact);
    }

    @Override
    public float[] coordinates() {
        int points = points();
        int dimension = dimension();
        float[] out = new float[points * dimension];
        int stride = 1;
        for (int d = 0; d < dimension; d++) {
            Axis axis = axes.get(d);
            for (int p = 0; p < points; p++) {
                out[p * dimension + d] =
                        axis.nodes().get(p / stride % axis.size()).floatValue();
            }
            stride *= axis.size();
        }
        return out;
    }
}
