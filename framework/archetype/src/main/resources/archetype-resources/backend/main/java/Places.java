package ${package};

import java.util.function.ToIntFunction;
import org.neuralredshift.api.graph.Shape;
import org.neuralredshift.api.graph.Tensor;

/** From which element of its operand each element of a result comes: all that an operation is that only moves elements. */
final class Places {
    private Places() {}

    /** The place of each element in the operand; -1 for a zero that is padded. */
    static int[] of(Tensor tensor) {
        Shape from = tensor.operands().getFirst().shape();
        return switch (tensor) {
            case Tensor.Expand expand -> stretched(from, expand.shape());
            case Tensor.Reshape reshape -> each(from, index -> flat(from, index));
            case Tensor.Transpose transpose ->
                each(transpose.shape(), index -> {
                    int[] moved = new int[index.length];
                    for (int axis = 0; axis < index.length; axis++) {
                        moved[transpose.order().get(axis)] = index[axis];
                    }
                    return flat(from, moved);
                });
            case Tensor.Slice slice -> each(slice.shape(), index -> moved(from, index, slice.axis(), slice.from()));
            case Tensor.Pad pad -> each(pad.shape(), index -> moved(from, index, pad.axis(), -pad.before()));
            default -> throw new IllegalArgumentException(tensor + " does more than to move elements");
        };
    }

    /** The same for an operand that is broadcast to a shape. */
    static int[] stretched(Shape from, Shape to) {
        return each(to, index -> {
            int[] own = new int[from.rank()];
            for (int axis = 0; axis < own.length; axis++) {
                own[axis] = from.extent(axis) == 1 ? 0 : index[index.length - own.length + axis];
            }
            return flat(from, own);
        });
    }

    /** How far apart neighbours along an axis lie. */
    static int stride(Shape shape, int axis) {
        int stride = 1;
        for (int later = axis + 1; later < shape.rank(); later++) {
            stride *= shape.extent(later);
        }
        return stride;
    }

    private static int moved(Shape from, int[] index, int axis, int by) {
        int inside = index[axis] + by;
        if (inside < 0 || inside >= from.extent(axis)) {
            return -1;
        }
        index[axis] = inside;
        return flat(from, index);
    }

    private static int flat(Shape shape, int[] index) {
        int flat = 0;
        for (int axis = 0; axis < index.length; axis++) {
            flat = flat * shape.extent(axis) + index[axis];
        }
        return flat;
    }

    private static int[] each(Shape shape, ToIntFunction<int[]> place) {
        int[] places = new int[Math.toIntExact(shape.size())];
        int[] index = new int[shape.rank()];
        for (int i = 0; i < places.length; i++) {
            int rest = i;
            for (int axis = index.length - 1; axis >= 0; axis--) {
                index[axis] = rest % shape.extent(axis);
                rest /= shape.extent(axis);
            }
            places[i] = place.applyAsInt(index);
        }
        return places;
    }
}
