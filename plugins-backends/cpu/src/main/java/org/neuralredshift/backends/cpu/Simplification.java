package org.neuralredshift.backends.cpu;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.neuralredshift.api.expression.Scalar;
import org.neuralredshift.api.graph.Graph;
import org.neuralredshift.api.graph.Shape;
import org.neuralredshift.api.graph.Tensor;

/**
 * Rewrites a graph to one with fewer tensors: without what nothing needs, each value once, and without rearrangements that
 * undo each other. A product that is only read transposed is computed transposed, where that is less work.
 */
final class Simplification {
    private static final List<Integer> SWAPPED = List.of(1, 0);
    /** What a sum begins with. */
    private static final Scalar FROM_ZERO = Scalar.input(0).plus(0);
    /** Multiplications that take as long as copying a number to another order. */
    private static final int COPY = 4;

    private record Key(Class<?> kind, Object attributes, List<Integer> operands, Shape shape) {}

    private final Graph graph;
    /** Read by something else than a transposition. */
    private final Set<Tensor> readStraight = Collections.newSetFromMap(new IdentityHashMap<>());

    private final Map<Tensor, Tensor> rewritten = new IdentityHashMap<>();
    private final Map<Key, Tensor> known = new HashMap<>();
    private final Map<Tensor, Integer> numbers = new IdentityHashMap<>();
    private final List<Tensor> tensors = new ArrayList<>();

    private Simplification(Graph graph) {
        this.graph = graph;
    }

    static Graph of(Graph graph) {
        return new Simplification(graph).simplify();
    }

    private Graph simplify() {
        List<Tensor> used = used(graph);
        graph.outputs().values().forEach(readStraight::add);
        graph.updates().values().forEach(readStraight::add);
        for (Tensor tensor : used) {
            if (!(tensor instanceof Tensor.Transpose)) {
                readStraight.addAll(tensor.operands());
            }
        }
        used.forEach(tensor -> rewritten.put(tensor, rewrite(tensor)));
        Map<String, Tensor> outputs = new LinkedHashMap<>();
        graph.outputs().forEach((name, tensor) -> outputs.put(name, rewritten(tensor)));
        Map<Tensor.State, Tensor> updates = new LinkedHashMap<>();
        graph.updates().forEach((state, tensor) -> updates.put(state, rewritten(tensor)));
        return new Graph(used(new Graph(tensors, outputs, updates)), outputs, updates);
    }

    /** What results are computed from, and all leaves: they are bound, even if nothing reads them. */
    private static List<Tensor> used(Graph graph) {
        Set<Tensor> needed = Collections.newSetFromMap(new IdentityHashMap<>());
        needed.addAll(graph.outputs().values());
        needed.addAll(graph.updates().values());
        for (Tensor tensor : graph.tensors().reversed()) {
            if (needed.contains(tensor)) {
                needed.addAll(tensor.operands());
            }
        }
        return graph.tensors().stream()
                .filter(tensor -> tensor.operands().isEmpty() || needed.contains(tensor))
                .toList();
    }

    private Tensor rewritten(Tensor tensor) {
        Tensor found = rewritten.get(tensor);
        if (found == null) {
            throw new IllegalArgumentException("the graph does not list a "
                    + tensor.getClass().getSimpleName() + " of shape " + tensor.shape() + " before its use");
        }
        return found;
    }

    private Tensor rewrite(Tensor tensor) {
        List<Tensor> operands = tensor.operands().stream().map(this::rewritten).toList();
        return switch (tensor) {
            case Tensor.Transpose transpose -> transpose(transpose, operands.getFirst());
            case Tensor.Reshape reshape -> {
                Tensor operand =
                        operands.getFirst() instanceof Tensor.Reshape inner ? inner.operand() : operands.getFirst();
                yield operand.shape().equals(reshape.shape())
                        ? operand
                        : add(new Tensor.Reshape(operand, reshape.shape()));
            }
            case Tensor.MatrixProduct product -> product(product, operands.get(0), operands.get(1));
            case Tensor.Reduce reduce when isOfOne(reduce) -> add(new Tensor.Map(FROM_ZERO, operands, reduce.shape()));
            case Tensor.Expand expand when operands.getFirst().shape().equals(expand.shape()) -> operands.getFirst();
            case Tensor.Slice slice when operands.getFirst().shape().equals(slice.shape()) -> operands.getFirst();
            case Tensor.Pad pad when operands.getFirst().shape().equals(pad.shape()) -> operands.getFirst();
            default -> add(operands.isEmpty() ? tensor : tensor.withOperands(operands));
        };
    }

    /** A sum of one number. */
    private static boolean isOfOne(Tensor.Reduce reduce) {
        return reduce.reduction() == Tensor.Reduction.SUM
                && reduce.operand().shape().extent(reduce.axis()) == 1;
    }

    /** A product of few columns wastes most lanes of each vector: its transpose does not. */
    private Tensor product(Tensor.MatrixProduct product, Tensor left, Tensor right) {
        Tensor.MatrixProduct straight = new Tensor.MatrixProduct(left, right, product.shape());
        long columns = product.shape().extent(1);
        if (columns == 1 || !(left instanceof Tensor.Transpose) || !costsLessSwapped(straight)) {
            return add(straight);
        }
        Shape shape = Shape.of(product.shape().extent(1), product.shape().extent(0));
        Tensor swapped = add(new Tensor.MatrixProduct(transposed(right), transposed(left), shape));
        return add(new Tensor.Transpose(swapped, SWAPPED, product.shape()));
    }

    /** Whether the transposed product and a copy beat the product itself. */
    private static boolean costsLessSwapped(Tensor.MatrixProduct product) {
        int rows = product.shape().extent(0);
        int columns = product.shape().extent(1);
        long inner = product.left().shape().extent(1);
        long swapped = columns * (long) ParameterView.padded(rows) * inner + COPY * (long) rows * columns;
        return swapped < rows * (long) ParameterView.padded(columns) * inner;
    }

    private Tensor transpose(Tensor.Transpose transpose, Tensor operand) {
        if (operand instanceof Tensor.MatrixProduct product
                && transpose.order().equals(SWAPPED)
                && !readStraight.contains(transpose.operand())
                && isLessWorkSwapped(product)) {
            Tensor left = transposed(product.right());
            Tensor right = transposed(product.left());
            return add(new Tensor.MatrixProduct(left, right, transpose.shape()));
        }
        if (operand instanceof Tensor.Transpose inner) {
            List<Integer> order =
                    transpose.order().stream().map(inner.order()::get).toList();
            return isIdentity(order)
                    ? inner.operand()
                    : add(new Tensor.Transpose(inner.operand(), order, transpose.shape()));
        }
        return isIdentity(transpose.order())
                ? operand
                : add(new Tensor.Transpose(operand, transpose.order(), transpose.shape()));
    }

    private Tensor transposed(Tensor matrix) {
        return matrix instanceof Tensor.Transpose inner
                ? inner.operand()
                : add(new Tensor.Transpose(
                        matrix,
                        SWAPPED,
                        Shape.of(matrix.shape().extent(1), matrix.shape().extent(0))));
    }

    /** Whether computing the transposed product beats computing the product and copying it. */
    private static boolean isLessWorkSwapped(Tensor.MatrixProduct product) {
        long rows = product.shape().extent(0);
        long columns = product.shape().extent(1);
        long inner = product.left().shape().extent(1);
        long copied = product.left() instanceof Tensor.Transpose ? 0 : inner * rows;
        return columns * ParameterView.padded((int) rows) * inner + copied
                <= rows * ParameterView.padded((int) columns) * inner + COPY * rows * columns;
    }

    private static boolean isIdentity(List<Integer> order) {
        for (int axis = 0; axis < order.size(); axis++) {
            if (order.get(axis) != axis) {
                return false;
            }
        }
        return true;
    }

    private Tensor add(Tensor tensor) {
        Object attributes = switch (tensor) {
            case Tensor.Map map -> ExpressionCode.of(map.expression());
            case Tensor.Reduce reduce -> List.of(reduce.reduction(), reduce.axis());
            case Tensor.Transpose transpose -> transpose.order();
            case Tensor.Slice slice -> List.of(slice.axis(), slice.from());
            case Tensor.Pad pad -> List.of(pad.axis(), pad.before());
            case Tensor.Constant constant when constant.shape().size() == 1 -> constant.values()[0];
            case Tensor leaf when leaf.operands().isEmpty() -> numbers.size();
            default -> "";
        };
        Key key = new Key(
                tensor.getClass(),
                attributes,
                tensor.operands().stream().map(numbers::get).toList(),
                tensor.shape());
        return known.computeIfAbsent(key, absent -> {
            numbers.put(tensor, numbers.size());
            tensors.add(tensor);
            return tensor;
        });
    }
}
