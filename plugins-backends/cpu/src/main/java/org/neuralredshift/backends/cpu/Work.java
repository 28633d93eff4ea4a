package org.neuralredshift.backends.cpu;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.neuralredshift.api.expression.Scalar;
import org.neuralredshift.api.graph.Shape;
import org.neuralredshift.api.graph.Tensor;

/** A pass over matrices that computes tensors of a graph. */
sealed interface Work {
    /** What it computes. */
    List<Tensor> results();

    /** What it reads, directly or rearranged. */
    List<Tensor> reads();

    /**
     * Element-wise results of one shape, in one loop.
     *
     * @param results a tensor for each expression
     * @param expressions of the elements
     * @param operands what the inputs of all expressions stand for; they broadcast to the shape
     * @param shape of the results
     */
    record Mapping(List<Tensor> results, List<Scalar> expressions, List<Tensor> operands, Shape shape) implements Work {
        public Mapping {
            results = List.copyOf(results);
            expressions = List.copyOf(expressions);
            operands = List.copyOf(operands);
        }

        static Mapping of(Tensor result, Formula formula) {
            return new Mapping(List.of(result), List.of(formula.expression()), formula.operands(), result.shape());
        }

        /** A copy of a tensor as a tensor of its own. */
        static Mapping copy(Tensor tensor) {
            Tensor.Map copy = new Tensor.Map(Scalar.input(0), List.of(tensor), tensor.shape());
            return of(copy, Formula.of(tensor));
        }

        /** What computes the result of that number. */
        Formula formula(int number) {
            return new Formula(expressions.get(number), operands);
        }

        @Override
        public List<Tensor> reads() {
            return operands;
        }
    }

    /**
     * A product of matrices.
     *
     * @param result the product, or its sum with the bias
     * @param left left factor
     * @param right right factor
     * @param bias one row that is added to all
     */
    record Product(
            Tensor result,
            Tensor left,
            Tensor right,
            @Nullable Tensor bias) implements Work {
        @Override
        public List<Tensor> results() {
            return List.of(result);
        }

        @Override
        public List<Tensor> reads() {
            List<Tensor> reads = new ArrayList<>(List.of(left, right));
            if (bias != null) {
                reads.add(bias);
            }
            return reads;
        }
    }

    /**
     * A reduction of element-wise values.
     *
     * @param result what is computed
     * @param formula of what is reduced
     */
    record Reduction(Tensor.Reduce result, Formula formula) implements Work {
        @Override
        public List<Tensor> results() {
            return List.of(result);
        }

        @Override
        public List<Tensor> reads() {
            return formula.operands();
        }
    }

    /**
     * Rows of tables, or zeros around a tensor.
     *
     * @param result a gather, a scatter or a pad
     */
    record Moving(Tensor result) implements Work {
        @Override
        public List<Tensor> results() {
            return List.of(result);
        }

        @Override
        public List<Tensor> reads() {
            return result.operands();
        }
    }
}
