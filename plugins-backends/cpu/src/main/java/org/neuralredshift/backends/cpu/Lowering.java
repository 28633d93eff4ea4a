package org.neuralredshift.backends.cpu;

import static org.neuralredshift.backends.cpu.TileKernel.TILE;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neuralredshift.api.compute.UnsupportedGraphException;
import org.neuralredshift.api.expression.Scalar;
import org.neuralredshift.api.graph.Graph;
import org.neuralredshift.api.graph.Tensor;
import org.neuralredshift.backends.cpu.TileProgram.PlacedInput;
import org.neuralredshift.backends.cpu.TileProgram.PlacedOutput;
import org.neuralredshift.backends.cpu.TileProgram.PlacedScalar;
import org.neuralredshift.backends.cpu.TileProgram.PlacedWeight;
import org.neuralredshift.backends.cpu.TileProgram.Step;
import org.neuralredshift.backends.cpu.TileProgram.Value;

/** Lowers a graph to a {@link TileProgram}. Values with a point axis become tiles; the rest is looked up. */
final class Lowering {
    /** Floats of a cache line. */
    private static final int LINE = 16;
    /** Floats by which the data of an array miss a cache line: they follow a header of 16 bytes. */
    private static final int SHIFT = 12;

    private static final ExpressionCode RECTIFIER =
            ExpressionCode.of(Scalar.input(0).max(Scalar.of(0)));
    private static final ExpressionCode SUM = ExpressionCode.of(Scalar.input(0).plus(Scalar.input(1)));

    private final Graph graph;
    private final Kernels kernels;
    private final int points;
    private final Map<Tensor, Integer> uses = new IdentityHashMap<>();
    private final Map<Tensor, Value> values = new IdentityHashMap<>();
    private final List<PlacedWeight> weights = new ArrayList<>();
    private final List<PlacedScalar> scalars = new ArrayList<>();
    private final List<PlacedInput> inputs = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();
    private final TileSpace space;
    /** What the last step computes, if that is an affine one. */
    private @Nullable Tensor lastAffine;

    private AffineShape lastShape = new AffineShape(0, 0, 0, false, false);

    private Lowering(Graph graph, Kernels kernels) {
        this.graph = graph;
        this.kernels = kernels;
        this.points =
                graph.inputs().isEmpty() ? 0 : graph.inputs().getFirst().shape().extent(0);
        int constants = SHIFT;
        for (Tensor.Weight weight : graph.weights()) {
            weights.add(new PlacedWeight(weight, constants));
            values.put(weight, new Value(constants, 0));
            constants = align(constants + Math.toIntExact(weight.shape().size()));
        }
        for (Tensor.NetworkScalar scalar : graph.networkScalars()) {
            scalars.add(new PlacedScalar(scalar.name(), constants));
            values.put(scalar, new Value(constants, 0));
            constants += 1;
        }
        this.space = new TileSpace(align(constants + WeightSource.OVERRUN));
    }

    static TileProgram lower(Graph graph, Kernels kernels) {
        return new Lowering(graph, kernels).lower();
    }

    private TileProgram lower() {
        for (Tensor tensor : graph.tensors()) {
            tensor.operands().forEach(operand -> uses.merge(operand, 1, Integer::sum));
        }
        graph.outputs().values().forEach(output -> uses.merge(output, 1, Integer::sum));
        Map<Tensor, Value> placedInputs = placeInputs();
        for (Tensor tensor : graph.tensors()) {
            switch (tensor) {
                case Tensor.Input input -> values.put(input, lookUp(placedInputs, input));
                case Tensor.Constant constant -> throw unsupported(constant);
                case Tensor.Weight weight -> {}
                case Tensor.NetworkScalar scalar -> {}
                case Tensor.Transpose transpose -> requireWeight(transpose);
                case Tensor.MatrixProduct product -> {
                    if (!hasBias(product)) {
                        affine(product, product, null);
                    }
                }
                case Tensor.Map map -> lower(map);
                case Tensor.Reduce reduce -> throw unsupported(reduce);
                case Tensor.Expand expand -> throw unsupported(expand);
                case Tensor.Reshape reshape -> throw unsupported(reshape);
                case Tensor.Slice slice -> throw unsupported(slice);
                case Tensor.Pad pad -> throw unsupported(pad);
                case Tensor.Gather gather -> throw unsupported(gather);
                case Tensor.ScatterAdd scatter -> throw unsupported(scatter);
            }
        }
        List<PlacedOutput> outputs = new ArrayList<>();
        graph.outputs().forEach((name, tensor) -> {
            if (!isRows(tensor)) {
                throw unsupported(tensor);
            }
            outputs.add(new PlacedOutput(name, tensor.shape().extent(1), value(tensor)));
        });
        int inputStart = space.end();
        List<Step> placed = steps.stream().map(step -> shift(step, inputStart)).toList();
        return new TileProgram(
                points,
                weights,
                scalars,
                inputs.stream()
                        .map(i -> new PlacedInput(i.name(), i.features(), i.position() + inputStart))
                        .toList(),
                placed,
                outputs.stream()
                        .map(o -> new PlacedOutput(o.name(), o.features(), shift(o.value(), inputStart)))
                        .toList(),
                inputStart,
                inputStart + inputSize());
    }

    private int inputSize() {
        int tiles = (points + TILE - 1) / TILE;
        int rows = inputs.stream().mapToInt(PlacedInput::features).sum();
        return Math.multiplyExact(Math.multiplyExact(tiles, rows), TILE);
    }

    /** Inputs lie behind the tiles, whose extent is not known yet: their positions count from there. */
    private Map<Tensor, Value> placeInputs() {
        Map<Tensor, Value> placed = new IdentityHashMap<>();
        int tiles = (points + TILE - 1) / TILE;
        int position = 0;
        for (Tensor.Input input : graph.inputs()) {
            if (input.shape().rank() != 2 || input.shape().extent(0) != points) {
                throw unsupported(input);
            }
            int features = input.shape().extent(1);
            inputs.add(new PlacedInput(input.name(), features, position));
            placed.put(input, new Value(position, features * TILE));
            position = Math.addExact(position, Math.multiplyExact(tiles, features * TILE));
        }
        return placed;
    }

    private static Step shift(Step step, int inputStart) {
        return new Step(
                step.kernel(),
                step.at().stream().map(value -> shift(value, inputStart)).toList(),
                step.rows(),
                step.text());
    }

    private static Value shift(Value value, int inputStart) {
        return value.perTile() == 0 ? value : new Value(value.position() + inputStart, value.perTile());
    }

    /** Whether the only use of a product is to be added to a bias. */
    private boolean hasBias(Tensor.MatrixProduct product) {
        return uses.getOrDefault(product, 0) == 1
                && graph.tensors().stream()
                        .anyMatch(tensor -> tensor instanceof Tensor.Map map && isBias(map, product));
    }

    private static boolean isBias(Tensor.Map map, Tensor product) {
        return ExpressionCode.of(map.expression()).equals(SUM)
                && map.operands().get(0) == product
                && map.operands().get(1) instanceof Tensor.Weight bias
                && bias.shape().rank() == 1
                && bias.shape().extent(0) == product.shape().extent(1);
    }

    private void affine(Tensor result, Tensor.MatrixProduct product, Tensor.@Nullable Weight bias) {
        Tensor x = product.left();
        if (!isRows(x)) {
            throw unsupported(product);
        }
        int fanIn = x.shape().extent(1);
        int rows = product.shape().extent(1);
        boolean transposed = product.right() instanceof Tensor.Transpose;
        Tensor.Weight weight = requireWeight(product.right());
        AffineShape shape = new AffineShape(fanIn, transposed ? fanIn : 1, transposed ? 1 : rows, bias != null, false);
        Value out = space.take(rows);
        List<Value> at = List.of(value(x), value(weight), bias == null ? new Value(0, 0) : value(bias), out);
        steps.add(new Step(kernels.affine(shape), at, rows, weight.name() + ": affine " + fanIn + " -> " + rows));
        release(x);
        values.put(result, out);
        lastAffine = result;
        lastShape = shape;
    }

    private void lower(Tensor.Map map) {
        if (map.operands().size() == 2
                && map.operands().get(0) instanceof Tensor.MatrixProduct product
                && isBias(map, product)
                && uses.getOrDefault(product, 0) == 1) {
            affine(map, product, (Tensor.Weight) map.operands().get(1));
            return;
        }
        if (!isRows(map)) {
            throw unsupported(map);
        }
        int rows = map.shape().extent(1);
        ExpressionCode code = ExpressionCode.of(map.expression());
        if (code.equals(RECTIFIER)
                && map.operands().getFirst() == lastAffine
                && uses.getOrDefault(lastAffine, 0) == 1) {
            rectify(map);
            return;
        }
        List<Operand> kinds = map.operands().stream().map(o -> kind(o, map)).toList();
        List<Value> operands = map.operands().stream().map(this::value).toList();
        map.operands().forEach(this::release);
        Value out = space.take(rows);
        List<Value> at = new ArrayList<>(List.of(out));
        at.addAll(operands);
        steps.add(new Step(kernels.map(code, kinds), at, rows, "map: " + code.summary()));
        lastAffine = null;
        values.put(map, out);
    }

    /** Replaces the affine step before this map by one that rectifies what it stores. */
    private void rectify(Tensor.Map map) {
        Step affine = steps.removeLast();
        TileKernel kernel = kernels.affine(lastShape.thenRectified());
        steps.add(new Step(kernel, affine.at(), affine.rows(), affine.text() + ", rectified"));
        values.put(map, value(map.operands().getFirst()));
    }

    private Operand kind(Tensor operand, Tensor.Map map) {
        if (isRows(operand)) {
            return operand.shape().extent(1) == map.shape().extent(1) ? Operand.ROWS : Operand.ONE_ROW;
        }
        if (operand instanceof Tensor.Weight || operand instanceof Tensor.NetworkScalar) {
            if (operand.shape().size() == 1) {
                return Operand.NUMBER;
            }
            if (operand.shape().rank() == 1) {
                return Operand.PER_FEATURE;
            }
        }
        throw unsupported(operand);
    }

    /** Whether a tensor has the point axis in front: it is computed from an input. */
    private boolean isRows(Tensor tensor) {
        return tensor.shape().rank() == 2
                && tensor.shape().extent(0) == points
                && (tensor instanceof Tensor.Input || tensor.operands().stream().anyMatch(this::isRows));
    }

    private void release(Tensor tensor) {
        int left = uses.merge(tensor, -1, Integer::sum);
        if (left == 0 && isRows(tensor) && !(tensor instanceof Tensor.Input)) {
            space.release(value(tensor), tensor.shape().extent(1));
        }
    }

    private Tensor.Weight requireWeight(Tensor tensor) {
        return switch (tensor) {
            case Tensor.Weight weight -> weight;
            case Tensor.Transpose transpose when transpose.operand() instanceof Tensor.Weight weight -> weight;
            default -> throw unsupported(tensor);
        };
    }

    private Value value(Tensor tensor) {
        return lookUp(values, tensor);
    }

    private static Value lookUp(Map<Tensor, Value> map, Tensor tensor) {
        Value value = map.get(tensor);
        if (value == null) {
            throw unsupported(tensor);
        }
        return value;
    }

    /** The next position that begins a cache line. */
    private static int align(int floats) {
        return Math.addExact(floats, LINE - 1 - SHIFT + LINE) / LINE * LINE - LINE + SHIFT;
    }

    private static UnsupportedGraphException unsupported(Tensor tensor) {
        return new UnsupportedGraphException(
                "backend cpu does not run " + tensor.getClass().getSimpleName() + " of shape " + tensor.shape()
                        + " in this place; backend reference runs any graph, slowly");
    }
}
