package org.neuralredshift.api.graph;

import static org.neuralredshift.api.annotation.Api.Stability.STABLE;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.neuralredshift.api.annotation.Api;
import org.neuralredshift.api.expression.Inputs;
import org.neuralredshift.api.expression.Scalar;
import org.neuralredshift.api.parameter.Parameters;

/**
 * Builds a {@link Graph}, checking every shape. Single use, single thread.
 *
 * <p>Every method throws a {@link ShapeException} that names the layer, the operation and the shapes if they do not fit,
 * if a name is taken, or if an operand was built by another builder. An axis may be negative: it then counts from the
 * end.
 */
@Api(STABLE)
public final class GraphBuilder {
    private final List<Tensor> tensors = new ArrayList<>();
    private final Map<String, Tensor> outputs = new LinkedHashMap<>();
    private final Map<String, Tensor.NetworkScalar> scalars = new LinkedHashMap<>();
    private final Map<Tensor.State, Tensor> updates = new LinkedHashMap<>();
    private final Set<String> names = new HashSet<>();
    private final Set<Tensor> own = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Scope scope = new Scope();

    /** An empty program. */
    public GraphBuilder() {}

    /** Names what is declared from here on, {@code hidden1}; shape errors name it too. */
    public GraphBuilder scope(String name) {
        scope.enter(name);
        return this;
    }

    /**
     * Begins a part of the current scope: errors from here on are of {@code hidden1/residual}. The first part that declares
     * random weights gives them the name of the scope and the first series of ordinals; others have their own of both.
     *
     * @param id unique in the scope
     */
    public GraphBuilder part(String id) {
        scope.part(id);
        return this;
    }

    /** Numbers of the program itself, row-major, the same for all networks; copied. */
    public Tensor constant(Shape shape, double... values) {
        if (shape.size() != values.length) {
            throw error("constant of shape " + shape + " from " + values.length + " numbers");
        }
        return add(new Tensor.Constant(shape, values));
    }

    /** Data that all networks share. */
    public Tensor input(String name, Shape shape) {
        return add(new Tensor.Input(unique(name), shape));
    }

    /** One number per network, known at run time; asking twice for one name gives one tensor. */
    public Tensor networkScalar(String name) {
        Tensor.NetworkScalar known = scalars.get(name);
        if (known == null) {
            known = new Tensor.NetworkScalar(unique(name));
            scalars.put(name, known);
            add(known);
        }
        return known;
    }

    /**
     * Numbers of each network that a session keeps from one step to the next.
     *
     * @param name unique in the graph
     * @param shape without the network axis
     */
    public Tensor.State state(String name, Shape shape) {
        Tensor.State state = new Tensor.State(unique(name), shape);
        add(state);
        return state;
    }

    /** Says what a state is in the next step: a tensor of its own shape. All states of a program change at once. */
    public GraphBuilder update(Tensor.State state, Tensor value) {
        requireOwn(state);
        requireOwn(value);
        requireSameShape("update of the state " + state.name(), state, value);
        if (updates.putIfAbsent(state, value) != null) {
            throw error("a second update of the state " + state.name());
        }
        return this;
    }

    /**
     * Copies another program into this one, without its updates.
     *
     * @param other the program
     * @param leaf gives the tensor of this builder, of the same shape, that stands for an input, a weight, a network scalar, a
     *     state or a constant of the other; or nothing, and then it is declared here, too
     * @return the tensors that the other program gives as its outputs, by name
     */
    public Map<String, Tensor> include(Graph other, Function<Tensor, Optional<Tensor>> leaf) {
        Map<Tensor, Tensor> copies = new IdentityHashMap<>();
        for (Tensor tensor : other.tensors()) {
            if (!tensor.operands().isEmpty()) {
                copies.put(
                        tensor,
                        add(tensor.withOperands(
                                tensor.operands().stream().map(copies::get).toList())));
                continue;
            }
            Tensor copy = leaf.apply(tensor).orElseGet(() -> declared(tensor));
            requireOwn(copy);
            requireSameShape("what stands for a " + tensor.getClass().getSimpleName(), tensor, copy);
            copies.put(tensor, copy);
        }
        Map<String, Tensor> results = new LinkedHashMap<>();
        other.outputs().forEach((name, tensor) -> results.put(name, copies.get(tensor)));
        return results;
    }

    private Tensor declared(Tensor leaf) {
        return switch (leaf) {
            case Tensor.NetworkScalar scalar -> networkScalar(scalar.name());
            case Tensor.Input input -> add(new Tensor.Input(unique(input.name()), input.shape()));
            case Tensor.State state -> add(new Tensor.State(unique(state.name()), state.shape()));
            case Tensor.Weight w -> {
                yield add(new Tensor.Weight(unique(w.name()), w.ordinal(), w.shape(), w.fanIn(), w.fanOut(), w.role()));
            }
            default -> add(leaf);
        };
    }

    /**
     * A weight of the current scope, one tensor per network.
     *
     * @param name unique in the scope
     * @param shape without the network axis
     * @param fanIn inputs that meet in one unit
     * @param fanOut units that one input feeds
     * @param role what initialisation treats it as
     */
    public Tensor weight(String name, Shape shape, int fanIn, int fanOut, Tensor.Role role) {
        Scope.Declared declared = scope.declare(name, role);
        return add(new Tensor.Weight(unique(declared.name()), declared.ordinal(), shape, fanIn, fanOut, role));
    }

    /** Product of matrices, {@code [n, k] x [k, m] -> [n, m]}. */
    public Tensor matrixProduct(Tensor left, Tensor right) {
        Shape a = left.shape();
        Shape b = right.shape();
        if (a.rank() != 2 || b.rank() != 2 || a.extent(1) != b.extent(0)) {
            throw error("matrix product of " + a + " and " + b + ": it takes [n, k] and [k, m]");
        }
        return add(new Tensor.MatrixProduct(left, right, Shape.of(a.extent(0), b.extent(1))));
    }

    /** An expression applied element by element; {@code operands[i]} is its input i; operands broadcast. */
    public Tensor map(Scalar expression, Tensor... operands) {
        int inputs = Inputs.count(expression);
        if (inputs > operands.length) {
            throw error("element-wise map: the expression reads input " + (inputs - 1) + ", but there are "
                    + operands.length + " operands");
        }
        Shape shape = Shape.SCALAR;
        for (Tensor operand : operands) {
            shape = broadcast("element-wise map", shape, operand.shape());
        }
        return add(new Tensor.Map(expression, List.of(operands), shape));
    }

    /** Reduces one axis to extent 1. */
    public Tensor reduce(Tensor.Reduction reduction, Tensor operand, int axis) {
        int positive = axis(operand, axis);
        return add(
                new Tensor.Reduce(reduction, operand, positive, operand.shape().with(positive, 1)));
    }

    /** Stretches axes of extent 1, and adds axes in front, to the given shape. */
    public Tensor expand(Tensor operand, Shape shape) {
        if (!broadcast("expand", operand.shape(), shape).equals(shape)) {
            throw error("expand of " + operand.shape() + " to " + shape);
        }
        return add(new Tensor.Expand(operand, shape));
    }

    /** The same elements under another shape. */
    public Tensor reshape(Tensor operand, Shape shape) {
        if (operand.shape().size() != shape.size()) {
            throw error("reshape of " + operand.shape() + " to " + shape + ": the number of elements differs");
        }
        return add(new Tensor.Reshape(operand, shape));
    }

    /** Axis i of the result is axis {@code order[i]} of the operand. */
    public Tensor transpose(Tensor operand, int... order) {
        List<Integer> axes = new ArrayList<>();
        List<Integer> extents = new ArrayList<>();
        for (int axis : order) {
            axes.add(axis(operand, axis));
            extents.add(operand.shape().extent(axis));
        }
        int rank = operand.shape().rank();
        if (axes.size() != rank || new HashSet<>(axes).size() != rank) {
            throw error("transpose of " + operand.shape() + " by " + axes + ": each axis must stand there once");
        }
        return add(new Tensor.Transpose(operand, axes, new Shape(extents)));
    }

    /** Elements {@code from} to {@code to} (exclusive) of one axis. */
    public Tensor slice(Tensor operand, int axis, int from, int to) {
        int positive = axis(operand, axis);
        if (from < 0 || to < from || to > operand.shape().extent(positive)) {
            throw error("slice [" + from + ", " + to + ") of axis " + axis + " of " + operand.shape());
        }
        return add(new Tensor.Slice(operand, positive, from, to, operand.shape().with(positive, to - from)));
    }

    /** Zeros before and after on one axis. */
    public Tensor pad(Tensor operand, int axis, int before, int after) {
        int positive = axis(operand, axis);
        if (before < 0 || after < 0) {
            throw error("pad by " + before + " and " + after + ": neither can be negative");
        }
        int extent = operand.shape().extent(positive) + before + after;
        return add(
                new Tensor.Pad(operand, positive, before, after, operand.shape().with(positive, extent)));
    }

    /**
     * Rows of a table {@code [rows, width]} at {@code indices} {@code [n]}. An index that is no row is an error when the
     * program runs.
     */
    public Tensor gather(Tensor table, Tensor indices) {
        if (table.shape().rank() != 2 || indices.shape().rank() != 1) {
            throw error("gather from " + table.shape() + " at " + indices.shape() + ": it takes [rows, width] and [n]");
        }
        Shape shape = Shape.of(indices.shape().extent(0), table.shape().extent(1));
        return add(new Tensor.Gather(table, indices, shape));
    }

    /** A table of {@code rows} rows of zeros, to which {@code values} {@code [n, width]} are added. */
    public Tensor scatterAdd(Tensor values, Tensor indices, int rows) {
        Shape v = values.shape();
        if (v.rank() != 2 || !indices.shape().equals(Shape.of(v.extent(0)))) {
            throw error("scatter of " + v + " at " + indices.shape() + ": it takes [n, width] and [n]");
        }
        return add(new Tensor.ScatterAdd(values, indices, Shape.of(rows, v.extent(1))));
    }

    /**
     * An algorithm by name, for a backend that offers it: see {@link Tensor.Kernel}.
     *
     * @param name of the algorithm
     * @param revision of what the name means
     * @param parameters of the algorithm
     * @param operand what it reads
     * @param shape of the result
     */
    public Tensor.Kernel kernel(String name, int revision, Parameters parameters, Tensor operand, Shape shape) {
        Tensor.Kernel kernel = new Tensor.Kernel(name, revision, parameters, operand, shape);
        add(kernel);
        return kernel;
    }

    /** Declares a result. */
    public GraphBuilder output(String name, Tensor tensor) {
        requireOwn(tensor);
        if (outputs.putIfAbsent(name, tensor) != null) {
            throw error("a second output " + name);
        }
        return this;
    }

    /** The finished program. */
    public Graph build() {
        return new Graph(tensors, outputs, updates);
    }

    /**
     * Refuses tensors of different shapes where one would else be stretched.
     *
     * @param operation what is done with both, for the error
     */
    public void requireSameShape(String operation, Tensor a, Tensor b) {
        if (!a.shape().equals(b.shape())) {
            throw error(operation + ": shapes " + a.shape() + " and " + b.shape() + " differ");
        }
    }

    /**
     * What a layer throws that cannot stand where it does; names the layer.
     *
     * @param message what is missing, and what would be lawful
     */
    public ShapeException error(String message) {
        String place = scope.place();
        return new ShapeException(place, (place.isEmpty() ? "" : "layer " + place + ": ") + message);
    }

    private Shape broadcast(String operation, Shape a, Shape b) {
        try {
            return a.broadcast(b);
        } catch (ShapeException e) {
            throw error(operation + ": " + e.getMessage());
        }
    }

    private int axis(Tensor operand, int axis) {
        int rank = operand.shape().rank();
        if (axis < -rank || axis >= rank) {
            throw error("axis " + axis + " of " + operand.shape());
        }
        return axis < 0 ? rank + axis : axis;
    }

    private String unique(String name) {
        if (!names.add(name)) {
            throw error("the name " + name + " is taken");
        }
        return name;
    }

    private Tensor add(Tensor tensor) {
        tensor.operands().forEach(this::requireOwn);
        own.add(tensor);
        tensors.add(tensor);
        return tensor;
    }

    void requireOwn(Tensor tensor) {
        if (!own.contains(tensor)) {
            throw error("the tensor " + tensor.getClass().getSimpleName() + " " + tensor.shape()
                    + " comes from another graph");
        }
    }
}
