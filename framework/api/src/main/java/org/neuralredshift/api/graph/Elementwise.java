package org.neuralredshift.api.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.neuralredshift.api.expression.Evaluation;
import org.neuralredshift.api.expression.Scalar;

/**
 * Maps for gradients, with nothing in them that is not needed: an operand that the expression does not read is left out, one
 * that was only stretched is read as it was before, one number that is constant becomes a constant of the expression, and what
 * then is smaller is stretched afterwards.
 */
final class Elementwise {
    private static final Scalar A = Scalar.input(0);
    private static final Scalar B = Scalar.input(1);

    private Elementwise() {}

    /** a + b, of equal shapes. */
    static Tensor sum(GraphBuilder graph, Tensor a, Tensor b) {
        return map(graph, a.shape(), A.plus(B), List.of(a, b));
    }

    /** One number, stretched to a shape. */
    static Tensor constant(GraphBuilder graph, double value, Shape shape) {
        return expand(graph, graph.constant(Shape.SCALAR, value), shape);
    }

    /** A tensor stretched to a shape, or itself if it has that. */
    static Tensor expand(GraphBuilder graph, Tensor tensor, Shape shape) {
        Tensor narrow = narrow(tensor);
        return narrow.shape().equals(shape) ? narrow : graph.expand(narrow, shape);
    }

    /** An expression over operands that broadcast to a shape; input i is operand i, as in a map. */
    static Tensor map(GraphBuilder graph, Shape shape, Scalar expression, List<Tensor> operands) {
        List<Tensor> read = new ArrayList<>();
        TreeMap<Integer, Scalar> inputs = new TreeMap<>();
        Scalar compact = Rewriting.of(
                expression,
                part -> part instanceof Scalar.Input i
                        ? inputs.computeIfAbsent(i.index(), index -> input(narrow(operands.get(index)), read))
                        : null);
        if (compact instanceof Scalar.Input i) {
            return expand(graph, read.get(i.index()), shape);
        }
        if (read.isEmpty()) {
            return constant(graph, Evaluation.of(compact), shape);
        }
        return expand(graph, graph.map(compact, read.toArray(Tensor[]::new)), shape);
    }

    /** The product of two expressions over such operands; a factor that is constantly 1 is left out. */
    static Tensor product(GraphBuilder graph, Shape shape, Scalar left, Scalar right, List<Tensor> operands) {
        return map(
                graph,
                shape,
                isOne(left, operands) ? right : isOne(right, operands) ? left : left.times(right),
                operands);
    }

    private static boolean isOne(Scalar factor, List<Tensor> operands) {
        return factor.equals(Scalar.of(1))
                || factor instanceof Scalar.Input i
                        && narrow(operands.get(i.index())) instanceof Tensor.Constant c
                        && c.shape().size() == 1
                        && c.values()[0] == 1;
    }

    private static Scalar input(Tensor operand, List<Tensor> read) {
        if (operand instanceof Tensor.Constant c && c.shape().size() == 1) {
            return Scalar.of(c.values()[0]);
        }
        for (int known = 0; known < read.size(); known++) {
            if (read.get(known) == operand) {
                return Scalar.input(known);
            }
        }
        read.add(operand);
        return Scalar.input(read.size() - 1);
    }

    /** What was stretched, if this is nothing but a stretched tensor. */
    private static Tensor narrow(Tensor tensor) {
        Tensor narrow = tensor;
        while (narrow instanceof Tensor.Expand e) {
            narrow = e.operand();
        }
        return narrow;
    }
}
