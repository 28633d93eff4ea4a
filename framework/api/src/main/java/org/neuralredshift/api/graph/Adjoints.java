package org.neuralredshift.api.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.neuralredshift.api.expression.Derivative;
import org.neuralredshift.api.expression.Scalar;

/** One rule per operation: from the adjoint of a result to the parts that its operands get. */
final class Adjoints {
    private static final Scalar A = Scalar.input(0);
    private static final Scalar B = Scalar.input(1);
    private static final Scalar ZERO = Scalar.of(0);

    private final GraphBuilder graph;
    private final Predicate<Tensor> needed;
    private final Predicate<Tensor> asked;
    private final BiConsumer<Tensor, Tensor> contribute;

    /**
     * Rules that add to a graph.
     *
     * @param needed whether the adjoint of a tensor is of use
     * @param asked whether it is itself a result
     * @param contribute takes a tensor and one part of its adjoint
     */
    Adjoints(
            GraphBuilder graph,
            Predicate<Tensor> needed,
            Predicate<Tensor> asked,
            BiConsumer<Tensor, Tensor> contribute) {
        this.graph = graph;
        this.needed = needed;
        this.asked = asked;
        this.contribute = contribute;
    }

    /** Hands the adjoint of a tensor on to its operands. */
    void propagate(Tensor tensor, Tensor adjoint) {
        switch (tensor) {
            case Tensor.MatrixProduct t -> product(t, adjoint);
            case Tensor.Map t -> map(t, adjoint);
            case Tensor.Reduce t -> reduce(t, adjoint);
            case Tensor.Expand t ->
                give(t.operand(), () -> summed(adjoint, t.operand().shape()));
            case Tensor.Reshape t ->
                give(t.operand(), () -> graph.reshape(adjoint, t.operand().shape()));
            case Tensor.Transpose t -> give(t.operand(), () -> graph.transpose(adjoint, inverse(t.order())));
            case Tensor.Slice t -> {
                int after = t.operand().shape().extent(t.axis()) - t.to();
                give(t.operand(), () -> graph.pad(adjoint, t.axis(), t.from(), after));
            }
            case Tensor.Pad t -> {
                int to = t.before() + t.operand().shape().extent(t.axis());
                give(t.operand(), () -> graph.slice(adjoint, t.axis(), t.before(), to));
            }
            case Tensor.Gather t ->
                give(
                        t.table(),
                        () -> graph.scatterAdd(
                                adjoint, t.indices(), t.table().shape().extent(0)));
            case Tensor.ScatterAdd t -> give(t.values(), () -> graph.gather(adjoint, t.indices()));
            case Tensor.Kernel t ->
                throw new IllegalArgumentException(
                        "the kernel " + t.name() + " has no derivative: leave it out of what is differentiated");
            case Tensor.Input leaf -> {}
            case Tensor.Constant leaf -> {}
            case Tensor.Weight leaf -> {}
            case Tensor.NetworkScalar leaf -> {}
            case Tensor.State leaf -> {}
        }
    }

    private interface Part {
        Tensor build();
    }

    /** Builds the part of an operand only if it is needed: no operation stands in the graph for nothing. */
    private void give(Tensor operand, Part part) {
        if (needed.test(operand)) {
            contribute.accept(operand, part.build());
        }
    }

    /**
     * Z = L R: dL = dZ Rᵀ and dR = Lᵀ dZ. If R is the transpose of S, as in a dense layer, S gets dS = dZᵀ L at once: the
     * product that a backend would else have to transpose.
     */
    private void product(Tensor.MatrixProduct t, Tensor adjoint) {
        if (isSwap(t.left()) && !asked.test(t.left())) {
            Tensor source = t.left().operands().getFirst();
            give(source, () -> product(t.right(), swapped(adjoint)));
        } else {
            give(t.left(), () -> product(adjoint, swapped(t.right())));
        }
        if (isSwap(t.right()) && !asked.test(t.right())) {
            Tensor source = t.right().operands().getFirst();
            give(source, () -> product(swapped(adjoint), t.left()));
        } else {
            give(t.right(), () -> product(swapped(t.left()), adjoint));
        }
    }

    /** A column times a row, as behind a network's single output, is a map, which backends fuse with the next one. */
    private Tensor product(Tensor left, Tensor right) {
        if (left.shape().extent(1) != 1) {
            return graph.matrixProduct(left, right);
        }
        Shape shape = Shape.of(left.shape().extent(0), right.shape().extent(1));
        return Elementwise.map(graph, shape, A.times(B), List.of(left, right));
    }

    private static boolean isSwap(Tensor tensor) {
        return tensor instanceof Tensor.Transpose t && t.order().equals(List.of(1, 0));
    }

    private Tensor swapped(Tensor matrix) {
        return isSwap(matrix) ? matrix.operands().getFirst() : graph.transpose(matrix, 1, 0);
    }

    /** Operand i gets dZ times the derivative by input i, summed over the axes that it was stretched along. */
    private void map(Tensor.Map t, Tensor adjoint) {
        List<Tensor> operands = new ArrayList<>(t.operands());
        Scalar result = Scalar.input(operands.size());
        operands.add(t);
        Scalar outer = Scalar.input(operands.size());
        operands.add(adjoint);
        for (int i = 0; i < t.operands().size(); i++) {
            Tensor operand = t.operands().get(i);
            Scalar derivative = needed.test(operand) ? Derivative.of(t.expression(), i) : ZERO;
            if (!derivative.equals(ZERO)) {
                Scalar inner = Rewriting.reuse(derivative, t.expression(), result);
                Tensor part = Elementwise.product(graph, t.shape(), outer, inner, operands);
                contribute.accept(operand, summed(part, operand.shape()));
            }
        }
    }

    /** A sum hands its adjoint to each element, a maximum to those that attain it, in equal parts. */
    private void reduce(Tensor.Reduce t, Tensor adjoint) {
        Tensor operand = t.operand();
        give(operand, () -> switch (t.reduction()) {
            case SUM -> Elementwise.expand(graph, adjoint, operand.shape());
            case MAXIMUM -> {
                Tensor attains = graph.map(A.ifEqual(B, Scalar.of(1), Scalar.of(0)), operand, t);
                Tensor count = graph.reduce(Tensor.Reduction.SUM, attains, t.axis());
                Tensor share = Elementwise.map(graph, t.shape(), A.dividedBy(B), List.of(adjoint, count));
                yield graph.map(A.times(B), attains, share);
            }
        });
    }

    /** Sums over the axes along which a tensor of that shape was stretched, in the order of the axes. */
    private Tensor summed(Tensor wide, Shape shape) {
        int added = wide.shape().rank() - shape.rank();
        Tensor sum = wide;
        for (int axis = 0; axis < wide.shape().rank(); axis++) {
            boolean isStretched = axis < added || shape.extent(axis - added) == 1;
            if (isStretched && wide.shape().extent(axis) != 1) {
                sum = graph.reduce(Tensor.Reduction.SUM, sum, axis);
            }
        }
        return sum.shape().equals(shape) ? sum : graph.reshape(sum, shape);
    }

    private static int[] inverse(List<Integer> order) {
        int[] inverse = new int[order.size()];
        Arrays.setAll(inverse, order::indexOf);
        return inverse;
    }
}
