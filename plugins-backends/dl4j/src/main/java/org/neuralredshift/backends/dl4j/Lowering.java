package org.neuralredshift.backends.dl4j;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.neuralredshift.api.compute.UnsupportedGraphException;
import org.neuralredshift.api.graph.Graph;
import org.neuralredshift.api.graph.Shape;
import org.neuralredshift.api.graph.Tensor;
import org.neuralredshift.backends.dl4j.Operation.Named;
import org.neuralredshift.backends.dl4j.Value.Type;

/** Turns a graph into operations of ND4J. What neither an output nor the update of a state needs is left out. */
final class Lowering {
    private static final Named COPY = new Named("assign", false, List.of(), List.of());
    private static final Named PRODUCT = new Named("matmul", false, List.of(), List.of());
    private static final Named GATHER = new Named("gather", false, List.of(0L), List.of());
    private static final Named SCATTER_ADD = new Named("scatter_add", false, List.of(), List.of());

    private final ProgramBuilder program = new ProgramBuilder();
    private final ElementaryFunctions functions = new ElementaryFunctions(program);
    private final Map<Tensor, Value> values = new IdentityHashMap<>();
    private final Map<Tensor.Input, Value> inputs = new LinkedHashMap<>();
    private final Map<Tensor.NetworkScalar, Value> scalars = new LinkedHashMap<>();
    private final Map<Tensor.Weight, Value> weights = new LinkedHashMap<>();
    private final Map<Tensor.State, Value> states = new LinkedHashMap<>();

    private Lowering() {}

    /** @throws org.neuralredshift.api.compute.UnsupportedGraphException if a tensor is too large */
    static Program lower(Graph graph) {
        return new Lowering().program(graph);
    }

    private Program program(Graph graph) {
        Set<Tensor> needed = needed(graph);
        for (Tensor tensor : graph.tensors()) {
            if (needed.contains(tensor)) {
                values.put(tensor, lower(tensor));
            }
        }
        Map<String, Value> outputs = new LinkedHashMap<>();
        graph.outputs().forEach((name, tensor) -> outputs.put(name, value(tensor)));
        Map<Tensor.State, Value> updates = new LinkedHashMap<>();
        graph.updates().forEach((state, tensor) -> updates.put(state, value(tensor)));
        return new Program(
                graph, program.constants(), inputs, scalars, weights, states, program.instructions(), outputs, updates);
    }

    /** From the back: what outputs and updates are computed from. A product reads a transposed matrix where it lies. */
    private static Set<Tensor> needed(Graph graph) {
        Set<Tensor> needed = Collections.newSetFromMap(new IdentityHashMap<>());
        needed.addAll(graph.outputs().values());
        needed.addAll(graph.updates().values());
        for (Tensor tensor : graph.tensors().reversed()) {
            if (needed.contains(tensor)) {
                tensor.operands()
                        .forEach(operand ->
                                needed.add(tensor instanceof Tensor.MatrixProduct ? untransposed(operand) : operand));
            }
        }
        return needed;
    }

    private static Tensor untransposed(Tensor matrix) {
        return isTransposed(matrix) ? matrix.operands().getFirst() : matrix;
    }

    private static boolean isTransposed(Tensor matrix) {
        return matrix instanceof Tensor.Transpose t && t.order().equals(List.of(1, 0));
    }

    private Value value(Tensor tensor) {
        Value value = values.get(tensor);
        if (value == null) {
            throw new IllegalArgumentException("a " + tensor.getClass().getSimpleName() + " of shape " + tensor.shape()
                    + " is used, but is not in the graph before its use: build every tensor with one GraphBuilder");
        }
        return value;
    }

    private Value lower(Tensor tensor) {
        Shape shape = tensor.shape();
        return switch (tensor) {
            case Tensor.Input t -> leaf(inputs, t, false);
            case Tensor.NetworkScalar t -> leaf(scalars, t, true);
            case Tensor.State t -> leaf(states, t, true);
            case Tensor.Weight t -> leaf(weights, t, true);
            case Tensor.Constant t -> program.constant(shape, floats(t.values()));
            case Tensor.MatrixProduct t -> product(t);
            case Tensor.Map t -> map(t);
            case Tensor.Reduce t -> reduce(t);
            case Tensor.Expand t -> expanded(value(t.operand()), shape);
            case Tensor.Reshape t -> value(t.operand()).shaped(shape);
            case Tensor.Transpose t -> {
                Value x = value(t.operand());
                yield copy(x, x.windowed(shape, Window.permuted(x.shape(), t.order())));
            }
            case Tensor.Slice t -> {
                Value x = value(t.operand());
                yield copy(x, x.windowed(shape, Window.slice(x.shape(), t.axis(), t.from())));
            }
            case Tensor.Pad t -> pad(t);
            case Tensor.Gather t -> gather(t);
            case Tensor.ScatterAdd t -> scatterAdd(t);
            case Tensor.Kernel t -> throw UnsupportedGraphException.of("dl4j", t);
        };
    }

    private <T extends Tensor> Value leaf(Map<T, Value> leaves, T tensor, boolean perNetwork) {
        Value value = program.value(Type.FLOAT, tensor.shape(), perNetwork);
        leaves.put(tensor, value);
        return value;
    }

    private static float[] floats(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }

    private Value product(Tensor.MatrixProduct t) {
        Value left = value(untransposed(t.left()));
        Value right = value(untransposed(t.right()));
        if (left.isEmpty() || right.isEmpty()) {
            return filled(0, t.shape(), left.perNetwork() || right.perNetwork());
        }
        if (t.shape().extent(1) == 1 && !isTransposed(t.left())) {
            // OpenBLAS takes a third of the time if the column is a vector.
            Value column = right.shaped(Shape.of((int) right.shape().size()));
            Value result = program.apply(PRODUCT, Type.FLOAT, Shape.of(t.shape().extent(0)), left, column);
            return result.shaped(t.shape());
        }
        List<Long> transposed = List.of(isTransposed(t.left()) ? 1L : 0L, isTransposed(t.right()) ? 1L : 0L, 0L);
        return program.apply(new Named("matmul", false, transposed, List.of()), Type.FLOAT, t.shape(), left, right);
    }

    private Value filled(float number, Shape shape, boolean perNetwork) {
        Value value = program.value(Type.FLOAT, shape, perNetwork);
        program.into(new Operation.Fill(number), value);
        return value;
    }

    private Value map(Tensor.Map t) {
        List<Value> operands = t.operands().stream().map(this::value).toList();
        return expanded(new ExpressionLowering(program, operands).lower(t.expression()), t.shape());
    }

    private Value expanded(Value x, Shape shape) {
        if (x.shape().equals(shape)) {
            return x;
        }
        if (x.shape().size() == shape.size()) {
            return x.shaped(shape);
        }
        Value result = program.value(Type.FLOAT, shape, x.perNetwork());
        program.into(COPY, result, result, x);
        return result;
    }

    private Value reduce(Tensor.Reduce t) {
        Value x = value(t.operand());
        if (x.isEmpty()) {
            float nothing = t.reduction() == Tensor.Reduction.SUM ? 0 : Float.NEGATIVE_INFINITY;
            return filled(nothing, t.shape(), x.perNetwork());
        }
        return switch (t.reduction()) {
            case SUM -> functions.reduce("reduce_sum", x, t.axis(), t.shape());
            case MAXIMUM -> functions.maximum(x, t.axis(), t.shape());
        };
    }

    private Value copy(Value whole, Value part) {
        Value result = program.value(Type.FLOAT, part.shape(), whole.perNetwork());
        program.into(COPY, result, result, part);
        return result;
    }

    private Value pad(Tensor.Pad t) {
        Value x = value(t.operand());
        Value result = filled(0, t.shape(), x.perNetwork());
        Value inside = result.windowed(x.shape(), Window.slice(t.shape(), t.axis(), t.before()));
        program.into(COPY, inside, inside, x);
        return result;
    }

    private Value rows(String reader, Tensor indices, int rows) {
        Value numbers = value(indices);
        return program.apply(new Operation.Rows(reader, rows), Type.INTEGER, numbers.shape(), numbers);
    }

    private Value gather(Tensor.Gather t) {
        Value table = value(t.table());
        Value rows = rows("gather", t.indices(), t.table().shape().extent(0));
        return table.isEmpty()
                ? filled(0, t.shape(), table.perNetwork() || rows.perNetwork())
                : program.apply(GATHER, Type.FLOAT, t.shape(), table, rows);
    }

    private Value scatterAdd(Tensor.ScatterAdd t) {
        Value added = value(t.values());
        Value rows = rows("scatter", t.indices(), t.shape().extent(0));
        Value result = filled(0, t.shape(), added.perNetwork() || rows.perNetwork());
        if (!added.isEmpty()) {
            program.into(SCATTER_ADD, result, result, rows, added);
        }
        return result;
    }
}
