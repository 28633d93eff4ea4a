package org.neuralredshift.backends.cpu;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import org.neuralredshift.api.compute.BindingCheck;
import org.neuralredshift.api.compute.Bindings;
import org.neuralredshift.api.compute.Session;
import org.neuralredshift.backends.cpu.MatrixProgram.Block;

/** Runs a program on one thread: network after network, each through all its steps while it stays in the caches. */
final class MatrixSession implements Session {
    /** Arrays of this many floats are placed by the collector on a page boundary and never moved. */
    private static final int UNMOVED = 1 << 18;

    private final MatrixProgram program;
    private final BindingCheck bindingCheck;
    private final int networks;
    private final float[] memory;
    /** The states of all networks. */
    private final float[][] states;

    private final WeightSource weightSource;
    /** The weights of a network one after another, as they are drawn or given. */
    private final float[] drawn;

    private final List<TileProgram.PlacedWeight> drawnAt = new ArrayList<>();
    /** Arrays, because walking along a list allocates. */
    private final Block[] inputs;

    private final Block[] scalars;
    private final MatrixProgram.Weight[] weights;
    private final MatrixProgram.Output[] outputs;
    private final MatrixRunner perRun;
    private final MatrixRunner perNetwork;
    private final MatrixRunner steps;
    private boolean closed;

    MatrixSession(MatrixProgram program, BindingCheck bindingCheck, boolean vector, int networks) {
        this.program = program;
        this.bindingCheck = bindingCheck;
        this.networks = networks;
        this.weightSource = new WeightSource(vector);
        this.states = new float[networks][program.statesTo() - program.statesFrom()];
        this.memory = new float[Math.max(UNMOVED, program.size())];
        program.constants().forEach(constant -> copyIn(MemorySegment.ofArray(constant.values()), 0, constant.block()));
        int end = 0;
        for (MatrixProgram.Weight weight : program.weights()) {
            drawnAt.add(new TileProgram.PlacedWeight(weight.weight(), end));
            end += weight.block().size();
        }
        this.drawn = new float[end + WeightSource.OVERRUN];
        this.inputs = program.inputs().toArray(Block[]::new);
        this.scalars = program.scalars().toArray(Block[]::new);
        this.weights = program.weights().toArray(MatrixProgram.Weight[]::new);
        this.outputs = program.outputs().toArray(MatrixProgram.Output[]::new);
        this.perRun = new MatrixRunner(program.perRun());
        this.perNetwork = new MatrixRunner(program.perNetwork());
        this.steps = new MatrixRunner(program.steps());
    }

    @Override
    public void run(Bindings bindings) {
        requireOpen();
        bindingCheck.check(bindings, networks);
        for (Block input : inputs) {
            copyIn(bindings.input(input.name()), 0, input);
        }
        perRun.run(memory);
        for (int network = 0; network < bindings.networks(); network++) {
            load(network, bindings);
            perNetwork.run(memory);
            steps.runAllButTheLast(memory, bindings.steps() - 1);
            steps.run(memory);
            System.arraycopy(memory, program.statesFrom(), states[network], 0, states[network].length);
            for (MatrixProgram.Output output : outputs) {
                if (network == 0 || output.perNetwork()) {
                    copyOut(output.block(), bindings.output(output.block().name()), network);
                }
            }
        }
    }

    private void load(int network, Bindings bindings) {
        if (weights.length > 0) {
            weightSource.fill(drawnAt, bindings.weights(), network, drawn);
            for (int i = 0; i < weights.length; i++) {
                spread(drawn, drawnAt.get(i).position(), weights[i].block());
            }
        }
        for (Block scalar : scalars) {
            memory[scalar.position()] = bindings.scalar(scalar.name())[network];
        }
        System.arraycopy(states[network], 0, memory, program.statesFrom(), states[network].length);
    }

    /** Copies rows that lie one after another to their places. */
    private void spread(float[] from, int first, Block to) {
        MatrixView view = to.view();
        int rowLength = rowLength(view);
        for (int row = 0; row < rowCount(view); row++) {
            int target = to.position() + row * view.strides().row();
            System.arraycopy(from, first + row * rowLength, memory, target, rowLength);
        }
    }

    private void copyIn(MemorySegment from, long first, Block to) {
        MatrixView view = to.view();
        int rowLength = rowLength(view);
        for (int row = 0; row < rowCount(view); row++) {
            long at = (first + (long) row * rowLength) * Float.BYTES;
            int target = to.position() + row * view.strides().row();
            MemorySegment.copy(from, ValueLayout.JAVA_FLOAT_UNALIGNED, at, memory, target, rowLength);
        }
    }

    /** What lies in one piece is one row: a single column, too. */
    private static int rowCount(MatrixView view) {
        return view.columns() == 1 ? 1 : view.rows();
    }

    private static int rowLength(MatrixView view) {
        return view.columns() == 1 ? view.rows() : view.columns();
    }

    private void copyOut(Block from, MemorySegment to, int network) {
        MatrixView view = from.view();
        int column = view.strides().column();
        long at = (long) network * from.size();
        for (int row = 0; row < view.rows(); row++) {
            int source = from.position() + row * view.strides().row();
            if (column == 1) {
                MemorySegment.copy(
                        memory, source, to, ValueLayout.JAVA_FLOAT_UNALIGNED, at * Float.BYTES, view.columns());
                at += view.columns();
            } else {
                for (int i = 0; i < view.columns(); i++) {
                    to.setAtIndex(ValueLayout.JAVA_FLOAT_UNALIGNED, at++, memory[source + i * column]);
                }
            }
        }
    }

    @Override
    public void write(String state, MemorySegment values) {
        requireOpen();
        int count = bindingCheck.networks(state, values, networks);
        Block block = block(state);
        for (int network = 0; network < count; network++) {
            copyIn(values, (long) network * block.size(), block);
            System.arraycopy(memory, block.position(), states[network], offset(block), length(block));
        }
    }

    @Override
    public void read(String state, MemorySegment values) {
        requireOpen();
        int count = bindingCheck.networks(state, values, networks);
        Block block = block(state);
        for (int network = 0; network < count; network++) {
            System.arraycopy(states[network], offset(block), memory, block.position(), length(block));
            copyOut(block, values, network);
        }
    }

    private Block block(String state) {
        return program.states().stream()
                .filter(block -> block.name().equals(state))
                .findFirst()
                .orElseThrow();
    }

    private int offset(Block block) {
        return block.position() - program.statesFrom();
    }

    private static int length(Block block) {
        MatrixView view = block.view();
        return view.columns() == 1
                ? view.rows()
                : Math.max(view.columns(), view.rows() * view.strides().row());
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("this session of the backend cpu is closed: open another one");
        }
    }

    @Override
    public void close() {
        closed = true;
    }
}
