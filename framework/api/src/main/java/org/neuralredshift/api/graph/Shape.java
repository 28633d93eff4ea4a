package org.neuralredshift.api.graph;

import static org.neuralredshift.api.annotation.Api.Stability.STABLE;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.neuralredshift.api.annotation.Api;

/** The extents of a tensor, outermost first, without the network axis that every per-network tensor has in front. */
@Api(STABLE)
public record Shape(List<Integer> extents) {
    /** The shape of one number. */
    public static final Shape SCALAR = new Shape(List.of());

    public Shape {
        extents = List.copyOf(extents);
        if (extents.stream().anyMatch(extent -> extent < 0)) {
            throw new ShapeException("a shape cannot have a negative extent: " + extents);
        }
    }

    /** A shape of these extents. */
    public static Shape of(int... extents) {
        return new Shape(Arrays.stream(extents).boxed().toList());
    }

    /** The number of axes. */
    public int rank() {
        return extents.size();
    }

    /** The extent of one axis; negative axes count from the end. */
    public int extent(int axis) {
        return extents.get(axis < 0 ? rank() + axis : axis);
    }

    /** The number of elements. */
    public long size() {
        long size = 1;
        for (int axis = 0; axis < rank(); axis++) {
            size = Math.multiplyExact(size, (long) extent(axis));
        }
        return size;
    }

    /** This shape with another extent on one axis. */
    public Shape with(int axis, int extent) {
        List<Integer> changed = new ArrayList<>(extents);
        changed.set(axis < 0 ? rank() + axis : axis, extent);
        return new Shape(changed);
    }

    /**
     * The shape of an element-wise result: axes are aligned at the end, an extent of 1 stretches.
     *
     * @throws ShapeException if two extents differ and neither is 1
     */
    public Shape broadcast(Shape other) {
        List<Integer> result = new ArrayList<>();
        for (int back = 1; back <= Math.max(rank(), other.rank()); back++) {
            int a = back <= rank() ? extent(-back) : 1;
            int b = back <= other.rank() ? other.extent(-back) : 1;
            if (a != b && a != 1 && b != 1) {
                throw new ShapeException(
                        "shapes " + this + " and " + other + " do not broadcast: " + a + " against " + b);
            }
            result.add(a == 1 ? b : a);
        }
        Collections.reverse(result);
        return new Shape(result);
    }

    @Override
    public String toString() {
        return extents.toString();
    }
}
