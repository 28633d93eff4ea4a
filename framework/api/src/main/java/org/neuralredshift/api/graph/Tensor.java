package org.neuralredshift.api.graph;

import static org.neuralredshift.api.annotation.Api.Stability.INCUBATING;
import static org.neuralredshift.api.annotation.Api.Stability.STABLE;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.neuralredshift.api.annotation.Api;
import org.neuralredshift.api.expression.Scalar;
import org.neuralredshift.api.parameter.Parameters;

/**
 * A value of a tensor program: the operation that computes it, and its shape. {@link GraphBuilder} makes and checks
 * them; identity matters, not equality.
 *
 * <p>A tensor that depends on a weight, a state or a per-network scalar exists once per network: its data has a leading
 * network axis that {@link #shape()} leaves out. Beside each operation stands its adjoint, so that reverse mode stays a
 * page of rules.
 */
@Api(STABLE)
public sealed interface Tensor {
    /** The shape without the network axis. */
    Shape shape();

    /** The tensors that this one is computed from, in order. */
    List<Tensor> operands();

    /**
     * The same operation on other operands of the same shapes; a leaf is itself.
     *
     * @param o as many as {@link #operands()}
     */
    default Tensor withOperands(List<Tensor> o) {
        return switch (this) {
            case Input t -> t;
            case Constant t -> t;
            case Weight t -> t;
            case NetworkScalar t -> t;
            case State t -> t;
            case MatrixProduct t -> new MatrixProduct(o.get(0), o.get(1), t.shape());
            case Map t -> new Map(t.expression(), o, t.shape());
            case Reduce t -> new Reduce(t.reduction(), o.get(0), t.axis(), t.shape());
            case Expand t -> new Expand(o.get(0), t.shape());
            case Reshape t -> new Reshape(o.get(0), t.shape());
            case Transpose t -> new Transpose(o.get(0), t.order(), t.shape());
            case Slice t -> new Slice(o.get(0), t.axis(), t.from(), t.to(), t.shape());
            case Pad t -> new Pad(o.get(0), t.axis(), t.before(), t.after(), t.shape());
            case Gather t -> new Gather(o.get(0), o.get(1), t.shape());
            case ScatterAdd t -> new ScatterAdd(o.get(0), o.get(1), t.shape());
            case Kernel t -> new Kernel(t.name(), t.revision(), t.parameters(), o.get(0), t.shape());
        };
    }

    /** Whether there is one value per network: it depends on a weight, a state or a network scalar. Others are shared. */
    default boolean perNetwork() {
        Set<Tensor> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Tensor> open = new ArrayDeque<>(List.of(this));
        while (!open.isEmpty()) {
            Tensor tensor = open.pop();
            if (tensor instanceof Weight || tensor instanceof NetworkScalar || tensor instanceof State) {
                return true;
            }
            tensor.operands().stream().filter(seen::add).forEach(open::push);
        }
        return false;
    }

    /**
     * Data that all networks share, for instance sample points {@code [points, inputs]}.
     *
     * @param name unique in the graph; a run binds data to it
     * @param shape of the data
     */
    @Api(INCUBATING)
    record Input(String name, Shape shape) implements Tensor {
        @Override
        public List<Tensor> operands() {
            return List.of();
        }
    }

    /**
     * Numbers of the program itself, the same for all networks, for instance the frequencies of a fixed basis.
     *
     * @param shape of the data
     * @param values row-major; copied, so that a program never changes
     */
    @Api(INCUBATING)
    record Constant(Shape shape, double[] values) implements Tensor {
        public Constant {
            values = values.clone();
        }

        /** The numbers, row-major; a copy. */
        @Override
        public double[] values() {
            return values.clone();
        }

        @Override
        public List<Tensor> operands() {
            return List.of();
        }
    }

    /**
     * A trainable or random tensor, one per network.
     *
     * @param name unique in the graph, {@code scope.name}
     * @param ordinal of its random numbers, which depend on it and not on the name; unique in the graph, see {@link
     *     GraphBuilder#part}
     * @param shape without the network axis
     * @param fanIn inputs that meet in one unit
     * @param fanOut units that one input feeds
     * @param role what initialisation treats it as
     */
    @Api(INCUBATING)
    record Weight(String name, int ordinal, Shape shape, int fanIn, int fanOut, Role role) implements Tensor {
        @Override
        public List<Tensor> operands() {
            return List.of();
        }
    }

    /** What initialisation treats a {@link Weight} as. Only the first two are scaled by the magnitude of a network. */
    enum Role {
        /** Multiplies. */
        WEIGHT,
        /** Is added. */
        BIAS,
        /** Is added to the argument of a periodic function: uniform on [-π, π]. */
        PHASE,
        /** Multiplies an input of a periodic function: standard normal. */
        FREQUENCY,
        /** Multiplies what was normalised: 1. */
        GAIN,
        /** Is added to what was normalised: 0. */
        OFFSET
    }

    /**
     * One number per network, known when the program runs: a prefactor, a parameter of an activation.
     *
     * @param name unique in the graph; a run binds numbers to it
     */
    @Api(INCUBATING)
    record NetworkScalar(String name) implements Tensor {
        @Override
        public Shape shape() {
            return Shape.SCALAR;
        }

        @Override
        public List<Tensor> operands() {
            return List.of();
        }
    }

    /**
     * Numbers of each network that a session keeps from one step to the next: weights that are trained, the moments of an
     * optimiser, the order of its batches. All are 0 until {@link org.neuralredshift.api.compute.Session#write} or an
     * update ({@link GraphBuilder#update}) gives others. Between two steps they are float32 on every backend, so that a program
     * which goes on from what was read has the same bits as one that was never interrupted.
     *
     * @param name unique in the graph
     * @param shape without the network axis
     */
    @Api(INCUBATING)
    record State(String name, Shape shape) implements Tensor {
        @Override
        public List<Tensor> operands() {
            return List.of();
        }
    }

    /**
     * Product of matrices, {@code [n, k] x [k, m] -> [n, m]}. Adjoint: two products with transposes.
     *
     * @param left {@code [n, k]}
     * @param right {@code [k, m]}
     * @param shape {@code [n, m]}
     */
    @Api(INCUBATING)
    record MatrixProduct(Tensor left, Tensor right, Shape shape) implements Tensor {
        @Override
        public List<Tensor> operands() {
            return List.of(left, right);
        }
    }

    /**
     * An expression applied element by element; operand i is its input i, and operands broadcast. Adjoint: a map of the
     * derivative, summed over the axes that were stretched.
     *
     * @param expression of the elements
     * @param operands at least as many as the expression has inputs
     * @param shape of all operands, broadcast
     */
    @Api(INCUBATING)
    record Map(Scalar expression, List<Tensor> operands, Shape shape) implements Tensor {
        public Map {
            operands = List.copyOf(operands);
        }
    }

    /**
     * Reduces one axis to extent 1; over an axis of extent 0 the sum is 0 and the maximum -infinity. Adjoint of the sum:
     * {@link Expand}; of the maximum: the same, shared in equal parts by the elements that equal it.
     *
     * @param reduction sum or maximum
     * @param operand what is reduced
     * @param axis not negative
     * @param shape of the operand, with extent 1 on the axis
     */
    @Api(INCUBATING)
    record Reduce(Reduction reduction, Tensor operand, int axis, Shape shape) implements Tensor {
        @Override
        public List<Tensor> operands() {
            return List.of(operand);
        }
    }

    /** How {@link Reduce} reduces. */
    enum Reduction {
        /** Sum, in the order of the axis. */
        SUM,
        /** Maximum; NaN if any is NaN. */
        MAXIMUM
    }

    /**
     * Stretches axes of extent 1, and adds axes in front. Adjoint: sums over them.
     *
     * @param operand what is stretched
     * @param shape of the result
     */
    @Api(INCUBATING)
    record Expand(Tensor operand, Shape shape) implements Tensor {
        @Override
        public List<Tensor> operands() {
            return List.of(operand);
        }
    }

    /**
     * The same elements in the same order, row-major, under another shape. Adjoint: reshape back.
     *
     * @param operand what is reshaped
     * @param shape of the result, of equal size
     */
    @Api(INCUBATING)
    record Reshape(Tensor operand, Shape shape) implements Tensor {
        @Override
        public List<Tensor> operands() {
            return List.of(operand);
        }
    }

    /**
     * Axis i of the result is axis {@code order[i]} of the operand. Adjoint: the inverse order.
     *
     * @param operand what is transposed
     * @param order each axis once, not negative
     * @param shape of the result
     */
    @Api(INCUBATING)
    record Transpose(Tensor operand, List<Integer> order, Shape shape) implements Tensor {
        public Transpose {
            order = List.copyOf(order);
        }

        @Override
        public List<Tensor> operands() {
            return List.of(operand);
        }
    }

    /**
     * Elements {@code from} to {@code to} (exclusive) of one axis. Adjoint: {@link Pad}.
     *
     * @param operand what is sliced
     * @param axis not negative
     * @param from first element
     * @param to element after the last
     * @param shape of the result
     */
    @Api(INCUBATING)
    record Slice(Tensor operand, int axis, int from, int to, Shape shape) implements Tensor {
        @Override
        public List<Tensor> operands() {
            return List.of(operand);
        }
    }

    /**
     * Zeros put before and after on one axis. Adjoint: {@link Slice}.
     *
     * @param operand what is padded
     * @param axis not negative
     * @param before number of zeros
     * @param after number of zeros
     * @param shape of the result
     */
    @Api(INCUBATING)
    record Pad(Tensor operand, int axis, int before, int after, Shape shape) implements Tensor {
        @Override
        public List<Tensor> operands() {
            return List.of(operand);
        }
    }

    /**
     * Rows of a table: {@code [rows, width]} and whole numbers {@code [n]} give {@code [n, width]}. Adjoint: {@link
     * ScatterAdd}.
     *
     * @param table {@code [rows, width]}
     * @param indices {@code [n]}, each a whole number from 0 to rows - 1; anything else is an error when the program runs
     * @param shape {@code [n, width]}
     */
    @Api(INCUBATING)
    record Gather(Tensor table, Tensor indices, Shape shape) implements Tensor {
        @Override
        public List<Tensor> operands() {
            return List.of(table, indices);
        }
    }

    /**
     * A table of zeros to whose rows values are added: {@code [n, width]} and whole numbers {@code [n]} give {@code
     * [rows, width]}. Adjoint: {@link Gather}.
     *
     * @param values {@code [n, width]}, added in the order of their rows
     * @param indices {@code [n]}, each a whole number from 0 to rows - 1; anything else is an error when the program runs
     * @param shape {@code [rows, width]}
     */
    @Api(INCUBATING)
    record ScatterAdd(Tensor values, Tensor indices, Shape shape) implements Tensor {
        @Override
        public List<Tensor> operands() {
            return List.of(values, indices);
        }
    }

    /**
     * What only a backend that offers it computes ({@link org.neuralredshift.api.compute.Backend#offers}): an algorithm by name, which
     * no other operations compose. It has no adjoint. What it means stands where its name does: a metric that appends one says what
     * it expects of it.
     *
     * @param name of the algorithm
     * @param revision of what the name means
     * @param parameters of the algorithm
     * @param operand what it reads
     * @param shape of the result
     */
    @Api(INCUBATING)
    record Kernel(String name, int revision, Parameters parameters, Tensor operand, Shape shape) implements Tensor {
        @Override
        public List<Tensor> operands() {
            return List.of(operand);
        }
    }
}
