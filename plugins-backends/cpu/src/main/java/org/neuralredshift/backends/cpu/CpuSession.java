package org.neuralredshift.backends.cpu;

import static org.neuralredshift.backends.cpu.TileKernel.TILE;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.neuralredshift.api.compute.BindingCheck;
import org.neuralredshift.api.compute.Bindings;
import org.neuralredshift.api.compute.Session;
import org.neuralredshift.backends.cpu.TileProgram.PlacedConstant;
import org.neuralredshift.backends.cpu.TileProgram.PlacedInput;
import org.neuralredshift.backends.cpu.TileProgram.PlacedOutput;
import org.neuralredshift.backends.cpu.TileProgram.PlacedScalar;

/** Runs a program on one thread: network after network, tile after tile, each tile through all steps. */
final class CpuSession implements Session {
    /** Arrays of this many floats are placed by the collector on a page boundary and never moved. */
    private static final int UNMOVED = 1 << 18;

    private final TileProgram program;
    private final BindingCheck bindingCheck;
    private final WeightSource weights;
    private final int networks;
    private final float[] memory;
    /** An array, because walking along a list allocates. */
    private final PlacedOutput[] outputs;

    private final StepRunner perNetwork;
    private final StepRunner perTile;

    /** One tile of an input as it is bound, point after point. */
    private final float[] rows;

    private boolean closed;

    CpuSession(TileProgram program, BindingCheck bindingCheck, boolean vector, int networks) {
        this.program = program;
        this.bindingCheck = bindingCheck;
        this.weights = new WeightSource(vector);
        this.networks = networks;
        this.memory = new float[Math.max(UNMOVED, program.size())];
        for (PlacedConstant constant : program.constants()) {
            System.arraycopy(constant.values(), 0, memory, constant.position(), constant.values().length);
        }
        this.rows = new float
                [program.inputs().stream().mapToInt(PlacedInput::features).max().orElse(0) * TILE];
        this.outputs = program.outputs().toArray(PlacedOutput[]::new);
        this.perNetwork = new StepRunner(program.perNetwork());
        this.perTile = new StepRunner(program.steps());
    }

    @Override
    public void run(Bindings bindings) {
        if (closed) {
            throw new IllegalStateException("this session is closed");
        }
        bindingCheck.check(bindings, networks);
        for (PlacedInput input : program.inputs()) {
            arrange(input, bindings.input(input.name()));
        }
        for (int network = 0; network < bindings.networks(); network++) {
            load(network, bindings);
            evaluate(network, bindings);
        }
    }

    private void load(int network, Bindings bindings) {
        if (!program.weights().isEmpty()) {
            weights.fill(program.weights(), bindings.weights(), network, memory);
        }
        for (PlacedScalar scalar : program.scalars()) {
            memory[scalar.position()] = bindings.scalar(scalar.name())[network];
        }
        perNetwork.run(memory, 0);
    }

    private void evaluate(int network, Bindings bindings) {
        for (int tile = 0; tile < program.tiles(); tile++) {
            perTile.run(memory, tile);
            for (PlacedOutput output : outputs) {
                if (network > 0 && !output.perNetwork()) {
                    continue;
                }
                deliver(output, tile, network, bindings.output(output.name()));
            }
        }
    }

    /** Brings [points, features] into tiles of rows; what a last tile lacks stays zero. */
    private void arrange(PlacedInput input, MemorySegment data) {
        int features = input.features();
        for (int from = 0; from < program.points(); from += TILE) {
            int count = Math.min(TILE, program.points() - from) * features;
            MemorySegment.copy(data, ValueLayout.JAVA_FLOAT, (long) from * features * Float.BYTES, rows, 0, count);
            int tile = input.position() + from * features;
            for (int i = 0; i < count; i++) {
                memory[tile + i % features * TILE + i / features] = rows[i];
            }
        }
    }

    private void deliver(PlacedOutput output, int tile, int network, MemorySegment out) {
        int features = output.features();
        int from = output.value().position() + tile * output.value().perTile();
        int count = Math.min(TILE, program.points() - tile * TILE);
        long to = ((long) network * program.points() + (long) tile * TILE) * features;
        if (features == 1) {
            MemorySegment.copy(memory, from, out, ValueLayout.JAVA_FLOAT, to * Float.BYTES, count);
            return;
        }
        for (int point = 0; point < count; point++) {
            for (int feature = 0; feature < features; feature++) {
                out.setAtIndex(
                        ValueLayout.JAVA_FLOAT,
                        to + (long) point * features + feature,
                        memory[from + feature * TILE + point]);
            }
        }
    }

    @Override
    public void close() {
        closed = true;
    }
}
