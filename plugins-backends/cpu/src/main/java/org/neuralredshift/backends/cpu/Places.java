package org.neuralredshift.backends.cpu;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.neuralredshift.api.graph.Shape;
import org.neuralredshift.api.graph.Tensor;

/**
 * Where each tensor lies. What only rearranges another tensor is a view of it, if it can be; where a kernel cannot read a
 * view, a copy is made once for all who ask.
 */
final class Places {
    private record CopyKey(Tensor tensor, boolean last) {
        @Override
        public boolean equals(Object other) {
            return other instanceof CopyKey key && key.tensor == tensor && key.last == last;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(tensor);
        }
    }

    private final Map<Tensor, Place> known = new IdentityHashMap<>();
    private final Map<CopyKey, Place> dense = new HashMap<>();
    private final Rates rates;
    private final MatrixCopies copies;
    private final StepLists steps;

    Places(Rates rates, MatrixCopies copies, StepLists steps) {
        this.rates = rates;
        this.copies = copies;
        this.steps = steps;
    }

    /** New memory for a tensor. */
    Place take(Tensor tensor) {
        Place place = Place.of(tensor.shape());
        known.put(tensor, place);
        return place;
    }

    /** A tensor is written where another one lies. */
    Place share(Tensor tensor, Tensor other) {
        Place place = stored(other);
        known.put(tensor, place);
        return place;
    }

    /** Where a tensor lies that a step computed or that is bound. */
    Place stored(Tensor tensor) {
        Place place = known.get(tensor);
        if (place == null) {
            throw new IllegalStateException(
                    "nothing computed a " + tensor.getClass().getSimpleName() + " of shape " + tensor.shape());
        }
        return place;
    }

    /**
     * Where a tensor lies.
     *
     * @param last whether only the last step of a run asks
     */
    Place of(Tensor tensor, boolean last) {
        return switch (tensor) {
            case Tensor.Transpose t -> of(t.operand(), last).transposed(t.order());
            case Tensor.Slice t -> of(t.operand(), last).sliced(t.axis(), t.from(), t.shape());
            case Tensor.Expand t -> of(t.operand(), last).expanded(t.shape());
            case Tensor.Reshape t -> {
                Place view = MatrixCopies.reshaped(of(t.operand(), last), t.shape());
                yield view == null ? dense(t, last) : view;
            }
            default -> stored(tensor);
        };
    }

    /** Where a padded row-major copy of a tensor lies. */
    Place dense(Tensor tensor, boolean last) {
        Rate rate = rates.of(tensor);
        CopyKey key = new CopyKey(tensor, last && rate == Rate.STEP);
        Place copy = dense.get(key);
        if (copy == null) {
            copy = Place.of(tensor.shape());
            dense.put(key, copy);
            Tensor source = tensor instanceof Tensor.Reshape reshape ? reshape.operand() : tensor;
            steps.of(rate).add(copies.copy(of(source, last), copy, key.last()));
        }
        return copy;
    }

    /** A padded copy of a tensor that is stretched on an axis between others. */
    Place wide(Tensor tensor, Shape shape, WorkOrder.Ordered pass) {
        Place wide = Place.of(shape);
        steps.of(pass.rate()).add(copies.copy(dense(tensor, pass.last()).expanded(shape), wide, pass.last()));
        return wide;
    }
}
