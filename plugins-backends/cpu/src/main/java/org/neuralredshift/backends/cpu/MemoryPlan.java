package org.neuralredshift.backends.cpu;

import static org.neuralredshift.backends.cpu.TileKernel.TILE;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.neuralredshift.api.graph.Graph;
import org.neuralredshift.api.graph.Tensor;
import org.neuralredshift.backends.cpu.TileProgram.PlacedConstant;
import org.neuralredshift.backends.cpu.TileProgram.PlacedInput;
import org.neuralredshift.backends.cpu.TileProgram.PlacedOutput;
import org.neuralredshift.backends.cpu.TileProgram.PlacedScalar;
import org.neuralredshift.backends.cpu.TileProgram.PlacedWeight;
import org.neuralredshift.backends.cpu.TileProgram.Step;
import org.neuralredshift.backends.cpu.TileProgram.Value;

/** Gives every value of a program its place in a session's memory. */
final class MemoryPlan {
    /** Floats of a cache line. */
    private static final int LINE = 16;
    /** Floats by which the data of an array miss a cache line: they follow a header of 16 bytes. */
    private static final int SHIFT = 12;

    private final int points;
    private final Map<Tensor, ParameterView> parameters = new IdentityHashMap<>();
    private final Map<Tensor, Value> inputTiles = new IdentityHashMap<>();
    private final List<PlacedConstant> constants = new ArrayList<>();
    private final List<PlacedWeight> weights = new ArrayList<>();
    private final List<PlacedScalar> scalars = new ArrayList<>();
    private final List<PlacedInput> inputs = new ArrayList<>();
    /** What is computed from weights before the first tile. */
    private final List<Step> perNetwork = new ArrayList<>();

    private final TileSpace space;

    MemoryPlan(Graph graph, int points) {
        this.points = points;
        int end = SHIFT;
        for (Tensor tensor : graph.tensors()) {
            if (tensor instanceof Tensor.Constant constant) {
                constants.add(new PlacedConstant(floats(constant.values()), end));
                end = place(constant, end);
            }
        }
        for (Tensor.Weight weight : graph.weights()) {
            weights.add(new PlacedWeight(weight, end));
            end = place(weight, end);
        }
        for (Tensor.NetworkScalar scalar : graph.networkScalars()) {
            scalars.add(new PlacedScalar(scalar.name(), end));
            parameters.put(scalar, ParameterView.rowMajor(scalar.shape(), end));
            end += 1;
        }
        end = align(end + WeightSource.OVERRUN);
        int tiles = (points + TILE - 1) / TILE;
        for (Tensor.Input input : graph.inputs()) {
            if (input.shape().rank() != 2 || input.shape().extent(0) != points) {
                throw Lowering.unsupported(input);
            }
            int features = input.shape().extent(1);
            inputs.add(new PlacedInput(input.name(), features, end));
            inputTiles.put(input, new Value(end, features * TILE));
            end = Math.addExact(end, Math.multiplyExact(tiles, features * TILE));
        }
        this.space = new TileSpace(end);
    }

    private static float[] floats(double[] values) {
        float[] rounded = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            rounded[i] = (float) values[i];
        }
        return rounded;
    }

    /** Where the next parameter may begin. */
    private int place(Tensor parameter, int position) {
        parameters.put(parameter, ParameterView.rowMajor(parameter.shape(), position));
        return align(Math.addExact(position, Math.toIntExact(parameter.shape().size())));
    }

    /** The tiles of an input. */
    Value input(Tensor.Input input) {
        Value value = inputTiles.get(input);
        if (value == null) {
            throw Lowering.unsupported(input);
        }
        return value;
    }

    /** A place for the rows of a tile. */
    Value take(int rows) {
        return space.take(rows);
    }

    /** Gives a place back. */
    void release(Value value, int rows) {
        space.release(value, rows);
    }

    /** Where a weight lies, a constant, a number per network, or a part of one under another shape. */
    ParameterView parameter(Tensor tensor) {
        ParameterView known = parameters.get(tensor);
        return known == null ? part(tensor) : known;
    }

    private ParameterView part(Tensor tensor) {
        return switch (tensor) {
            case Tensor.Transpose transpose -> parameter(transpose.operand()).transposed(transpose.order());
            case Tensor.Slice slice -> parameter(slice.operand()).sliced(slice.axis(), slice.from(), slice.shape());
            case Tensor.Expand expand -> parameter(expand.operand()).expanded(expand.shape());
            case Tensor.Reshape reshape
            when parameter(reshape.operand()).isContiguous() ->
                ParameterView.rowMajor(
                        reshape.shape(), parameter(reshape.operand()).position());
            case Tensor.Gather gather
            when gather.indices() instanceof Tensor.Constant indices
                    && parameter(gather.table()).isContiguous() -> gathered(gather, indices);
            default -> throw Lowering.unsupported(tensor);
        };
    }

    /** Rows of a parameter, copied once per network. */
    private ParameterView gathered(Tensor.Gather gather, Tensor.Constant indices) {
        int width = gather.shape().extent(1);
        int[] rows = rows(indices, gather.table().shape().extent(0));
        Value out = space.takeForGood(Math.toIntExact((gather.shape().size() + TILE - 1) / TILE));
        Value table = new Value(parameter(gather.table()).position(), 0);
        perNetwork.add(new Step(
                new RowGather(rows, width), List.of(out, table), rows.length, "rows of a weight, once per network"));
        ParameterView view = ParameterView.rowMajor(gather.shape(), out.position());
        parameters.put(gather, view);
        return view;
    }

    private static int[] rows(Tensor.Constant indices, int count) {
        double[] values = indices.values();
        int[] rows = new int[values.length];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = (int) values[i];
            if (rows[i] != values[i] || rows[i] < 0 || rows[i] >= count) {
                throw new IllegalArgumentException(
                        "gather: index " + values[i] + " at " + i + " is no row of a table of " + count + " rows");
            }
        }
        return rows;
    }

    /** The program of these steps. */
    TileProgram program(List<Step> steps, List<PlacedOutput> outputs) {
        return new TileProgram(points, constants, weights, scalars, inputs, perNetwork, steps, outputs, space.end());
    }

    /** The next position that begins a cache line. */
    private static int align(int floats) {
        return Math.addExact(floats, LINE - 1 - SHIFT + LINE) / LINE * LINE - LINE + SHIFT;
    }
}
