package org.neuralredshift.backends.cpu;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.neuralredshift.api.compute.UnsupportedGraphException;
import org.neuralredshift.api.graph.Graph;
import org.neuralredshift.api.graph.Tensor;
import org.neuralredshift.backends.cpu.TileProgram.PlacedOutput;
import org.neuralredshift.backends.cpu.TileProgram.Step;
import org.neuralredshift.backends.cpu.TileProgram.Value;

/** Lowers a graph to a {@link TileProgram}. Values with a point axis become tiles; the rest is looked up. */
final class Lowering {
    private final Graph graph;
    private final Kernels kernels;
    private final PointTensors tiles;
    private final MemoryPlan memory;
    private final Map<Tensor, Integer> uses = new IdentityHashMap<>();
    private final Map<Tensor, Tensor> users = new IdentityHashMap<>();
    private final Map<Tensor, Value> values = new IdentityHashMap<>();
    /** What a step of another tensor computes on the way. */
    private final Set<Tensor> covered = Collections.newSetFromMap(new IdentityHashMap<>());

    private final List<Step> steps = new ArrayList<>();

    private Lowering(Graph graph, Kernels kernels) {
        this.graph = graph;
        this.kernels = kernels;
        this.tiles = PointTensors.of(graph);
        this.memory = new MemoryPlan(graph, tiles.points());
    }

    static TileProgram lower(Graph graph, Kernels kernels) {
        graph.states().stream().findFirst().ifPresent(state -> {
            throw unsupported(state);
        });
        return new Lowering(Fusion.fuse(graph), kernels).lower(graph.outputs());
    }

    /** @param asked the outputs before fusion, which may leave out what tells that there is one per network */
    private TileProgram lower(Map<String, Tensor> asked) {
        for (Tensor tensor : graph.tensors()) {
            for (Tensor operand : tensor.operands()) {
                uses.merge(operand, 1, Integer::sum);
                users.put(operand, tensor);
            }
        }
        graph.outputs().values().forEach(output -> {
            uses.merge(output, 1, Integer::sum);
            users.remove(output);
        });
        for (Tensor tensor : graph.tensors()) {
            if (tiles.contains(tensor) && !values.containsKey(tensor) && !covered.contains(tensor)) {
                lower(tensor);
            }
        }
        List<PlacedOutput> outputs = new ArrayList<>();
        graph.outputs().forEach((name, tensor) -> {
            Value at = value(tensor);
            outputs.add(new PlacedOutput(name, tensor.shape().extent(1), at, isPerNetwork(asked, name)));
        });
        return memory.program(steps, outputs);
    }

    private static boolean isPerNetwork(Map<String, Tensor> asked, String name) {
        Tensor output = asked.get(name);
        return output != null && output.perNetwork();
    }

    private void lower(Tensor tensor) {
        switch (tensor) {
            case Tensor.Input input -> values.put(input, memory.input(input));
            case Tensor.MatrixProduct product -> affine(product);
            case Tensor.Map map when partOfReduction(map) -> {}
            case Tensor.Map map -> map(map);
            case Tensor.Reduce reduce when reduce.axis() == 1 -> reduce(reduce);
            case Tensor.Slice slice
            when slice.axis() == 1 -> {
                Value whole = value(slice.operand());
                int position = whole.position() + slice.from() * TileKernel.TILE;
                values.put(slice, new Value(position, whole.perTile()));
            }
            case Tensor.Pad pad when pad.axis() == 1 -> pad(pad);
            case Tensor.Reshape same
            when same.shape().equals(same.operand().shape()) -> values.put(same, value(same.operand()));
            default -> throw unsupported(tensor);
        }
    }

    /** The only tensor that reads another, if there is one and the other is no result. */
    private @Nullable Tensor onlyUser(Tensor tensor) {
        return uses.getOrDefault(tensor, 0) == 1 ? users.get(tensor) : null;
    }

    private boolean partOfReduction(Tensor.Map map) {
        return onlyUser(map) instanceof Tensor.Reduce reduce && reduce.axis() == 1 && Patterns.fitsReduction(map);
    }

    private void affine(Tensor.MatrixProduct product) {
        Tensor x = product.left();
        int fanIn = x.shape().extent(1);
        int rows = product.shape().extent(1);
        Value in = value(x);
        ParameterView matrix = memory.parameter(product.right());
        Tensor result = product;
        Value bias = new Value(0, 0);
        if (onlyUser(result) instanceof Tensor.Map sum && Patterns.isBiasSum(sum)) {
            result = sum;
            bias = new Value(memory.parameter(sum.operands().get(1)).position(), 0);
        }
        boolean biased = result != product;
        boolean rectified = onlyUser(result) instanceof Tensor.Map map && Patterns.isRectifier(map);
        if (rectified) {
            covered.add(result);
            result = users.get(result);
        }
        AffineShape shape =
                new AffineShape(fanIn, matrix.strides().get(1), matrix.strides().get(0), biased, rectified);
        Value out = memory.take(rows);
        steps.add(new Step(
                kernels.affine(shape),
                List.of(in, new Value(matrix.position(), 0), bias, out),
                rows,
                weight(product.right()) + ": affine " + fanIn + " -> " + rows + (rectified ? ", rectified" : "")));
        release(x);
        values.put(result, out);
    }

    private static String weight(Tensor matrix) {
        return switch (matrix) {
            case Tensor.Weight weight -> weight.name();
            case Tensor.Constant constant -> "constant " + constant.shape();
            case Tensor part -> weight(part.operands().getFirst());
        };
    }

    private void map(Tensor.Map map) {
        int rows = map.shape().extent(1);
        ExpressionCode code = ExpressionCode.of(map.expression());
        List<Operand> kinds = map.operands().stream().map(o -> kind(o, rows)).toList();
        List<Value> at =
                new ArrayList<>(map.operands().stream().map(this::place).toList());
        map.operands().forEach(this::release);
        Value out = memory.take(rows);
        at.addFirst(out);
        steps.add(new Step(kernels.map(code, kinds), at, rows, "map: " + code.summary()));
        values.put(map, out);
    }

    /** With the map that is reduced before, and a map of the result after, if nothing else reads them. */
    private void reduce(Tensor.Reduce reduce) {
        Tensor operand = reduce.operand();
        int rows = operand.shape().extent(1);
        Formula before = operand instanceof Tensor.Map map && partOfReduction(map)
                ? new Formula(map.expression(), map.operands())
                : Formula.of(operand);
        Tensor result = reduce;
        Formula after = Formula.of(reduce);
        if (onlyUser(reduce) instanceof Tensor.Map map && follows(map, reduce)) {
            result = map;
            after = new Formula(map.expression(), map.operands()).startingWith(reduce);
        }
        List<Tensor> others = after.operands().subList(1, after.operands().size());
        List<Operand> beforeKinds =
                before.operands().stream().map(o -> kind(o, rows)).toList();
        List<Operand> afterKinds = others.stream()
                .map(o -> tiles.contains(o) ? Operand.ONE_ROW : kind(o, 1))
                .toList();
        ExpressionCode beforeCode = ExpressionCode.of(before.expression());
        ExpressionCode afterCode = ExpressionCode.of(after.expression());
        ReduceShape shape = new ReduceShape(reduce.reduction(), beforeCode, beforeKinds, afterCode, afterKinds);
        List<Value> at = new ArrayList<>();
        before.operands().forEach(o -> at.add(place(o)));
        others.forEach(o -> at.add(place(o)));
        before.operands().forEach(this::release);
        others.forEach(this::release);
        Value out = memory.take(1);
        at.addFirst(out);
        steps.add(new Step(kernels.reduce(shape), at, rows, shape.summary()));
        values.put(result, out);
    }

    /** Whether a map can be done at the end of a reduction: it is one row, and its other operands are there. */
    private boolean follows(Tensor.Map map, Tensor.Reduce reduce) {
        return map.shape().equals(reduce.shape())
                && !partOfReduction(map)
                && map.operands().stream().allMatch(o -> o == reduce || !tiles.contains(o) || values.containsKey(o));
    }

    private void pad(Tensor.Pad pad) {
        int rows = pad.shape().extent(1);
        Value in = value(pad.operand());
        Value out = memory.take(rows);
        steps.add(new Step(
                new FeaturePad(pad.before(), pad.after()),
                List.of(out, in),
                rows,
                "zeros: " + pad.before() + " before, " + pad.after() + " after"));
        release(pad.operand());
        values.put(pad, out);
    }

    private Operand kind(Tensor operand, int rows) {
        if (tiles.contains(operand)) {
            return operand.shape().extent(1) == rows ? Operand.ROWS : Operand.ONE_ROW;
        }
        ParameterView view = memory.parameter(operand);
        if (view.shape().size() == 1) {
            return Operand.NUMBER;
        }
        if (view.shape().size() == rows && view.isContiguous()) {
            return Operand.PER_FEATURE;
        }
        throw unsupported(operand);
    }

    private Value place(Tensor operand) {
        return tiles.contains(operand)
                ? value(operand)
                : new Value(memory.parameter(operand).position(), 0);
    }

    private void release(Tensor tensor) {
        if (uses.merge(tensor, -1, Integer::sum) != 0 || !tiles.contains(tensor)) {
            return;
        }
        switch (tensor) {
            case Tensor.Input input -> {}
            case Tensor.Slice slice -> release(slice.operand());
            case Tensor.Reshape reshape -> release(reshape.operand());
            default -> memory.release(value(tensor), tensor.shape().extent(1));
        }
    }

    private Value value(Tensor tensor) {
        Value value = values.get(tensor);
        if (value == null) {
            throw unsupported(tensor);
        }
        return value;
    }

    static UnsupportedGraphException unsupported(Tensor tensor) {
        return new UnsupportedGraphException("backend cpu does not run "
                + tensor.getClass().getSimpleName() + " of shape " + tensor.shape() + " in this place: "
                + reason(tensor) + "; backend reference runs any graph, slowly");
    }

    private static String reason(Tensor tensor) {
        return switch (tensor) {
            case Tensor.Input input -> "inputs are [points, features], all with the same points";
            case Tensor.Map map -> "it computes weights from weights, or mixes points";
            case Tensor.MatrixProduct product -> "it multiplies [points, features] by a weight or a constant only";
            case Tensor.Gather gather -> "it gathers rows of a weight only, at constant indices";
            case Tensor.State state -> "it keeps nothing from one step to the next";
            case Tensor.Weight weight -> "a weight stands for one number, or one per feature, or is a matrix";
            case Tensor.Constant constant -> "a constant stands for one number, or one per feature, or is a matrix";
            default -> "it works on features only, the last axis of [points, features]";
        };
    }
}
