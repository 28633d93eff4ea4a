package org.neuralredshift.backends.cpu;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.neuralredshift.api.compute.UnsupportedGraphException;
import org.neuralredshift.api.graph.Graph;
import org.neuralredshift.api.graph.Tensor;
import org.neuralredshift.backends.cpu.MatrixProgram.Block;
import org.neuralredshift.backends.cpu.MatrixStep.At;

/**
 * Gives every buffer of a program its place. What is bound, kept from step to step, or computed more seldom than it is read
 * has a place of its own; other values share places when the last step that reads one comes before the step that computes
 * another.
 */
final class MatrixMemory {
    /** Floats by which the data of an array miss a cache line: they follow a header of 16 bytes. */
    private static final int SHIFT = 12;
    /** Floats behind the last buffer: a row may be read to the end of its padding, wherever it begins. */
    private static final int SLACK = 4 * MatrixKernels.PAD;

    private final StepLists steps;
    private final FreeSpace space = new FreeSpace(SHIFT);
    private final Set<Buffer> placed = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Buffer> kept = Collections.newSetFromMap(new IdentityHashMap<>());

    private MatrixMemory(StepLists steps) {
        this.steps = steps;
    }

    static MatrixProgram program(Graph asked, Graph graph, Places places, Map<String, Place> outputs, StepLists steps) {
        return new MatrixMemory(steps).program(asked, graph, places, outputs);
    }

    private MatrixProgram program(Graph asked, Graph graph, Places places, Map<String, Place> outputs) {
        List<MatrixProgram.Constant> constants = new ArrayList<>();
        List<Block> inputs = new ArrayList<>();
        List<MatrixProgram.Weight> weights = new ArrayList<>();
        List<Block> scalars = new ArrayList<>();
        List<Block> states = new ArrayList<>();
        for (Tensor tensor : graph.tensors()) {
            switch (tensor) {
                case Tensor.Constant t ->
                    constants.add(new MatrixProgram.Constant(floats(t.values()), leaf("", places.stored(t))));
                case Tensor.Input t -> inputs.add(leaf(t.name(), places.stored(t)));
                case Tensor.Weight t -> weights.add(new MatrixProgram.Weight(t, leaf(t.name(), places.stored(t))));
                case Tensor.NetworkScalar t -> scalars.add(leaf(t.name(), places.stored(t)));
                default -> {}
            }
        }
        int statesFrom = space.end();
        for (Tensor.State state : graph.states()) {
            states.add(leaf(state.name(), places.stored(state)));
        }
        int statesTo = space.end();
        outputs.values().forEach(place -> kept.add(place.buffer()));
        keepWhatIsReadLater();
        for (Rate rate : Rate.values()) {
            place(steps.of(rate));
        }
        Set<Tensor> perNetwork = asked.perNetwork();
        List<MatrixProgram.Output> results = new ArrayList<>();
        outputs.forEach((name, place) -> results.add(new MatrixProgram.Output(
                block(name, place), perNetwork.contains(asked.outputs().get(name)))));
        return new MatrixProgram(
                constants,
                inputs,
                weights,
                scalars,
                states,
                statesFrom,
                statesTo,
                steps.perRun(),
                steps.perNetwork(),
                steps.perStep(),
                results,
                Math.addExact(space.end(), SLACK));
    }

    private static float[] floats(double[] values) {
        float[] rounded = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            rounded[i] = (float) values[i];
        }
        return rounded;
    }

    private Block leaf(String name, Place place) {
        take(place.buffer());
        return block(name, place);
    }

    private static Block block(String name, Place place) {
        return new Block(name, place.at().position(), place.matrix());
    }

    private void take(Buffer buffer) {
        if (placed.add(buffer)) {
            try {
                buffer.setPosition(space.take(buffer.floats()));
            } catch (ArithmeticException e) {
                throw new UnsupportedGraphException(
                        "backend cpu runs programs of up to 2^31 floats per network; this one"
                                + " needs more: fewer points or a smaller batch help");
            }
        }
    }

    private void keepWhatIsReadLater() {
        Map<Buffer, Rate> computed = new IdentityHashMap<>();
        for (Rate rate : Rate.values()) {
            for (MatrixStep step : steps.of(rate)) {
                for (At at : step.at()) {
                    Rate first = computed.putIfAbsent(at.buffer(), rate);
                    if (first != null && first != rate) {
                        kept.add(at.buffer());
                    }
                }
            }
        }
    }

    private void place(List<MatrixStep> list) {
        Map<Buffer, Integer> lastUse = new IdentityHashMap<>();
        for (int i = 0; i < list.size(); i++) {
            for (At at : list.get(i).at()) {
                lastUse.put(at.buffer(), i);
            }
        }
        Set<Buffer> leaves = Collections.newSetFromMap(new IdentityHashMap<>());
        leaves.addAll(placed);
        for (int i = 0; i < list.size(); i++) {
            list.get(i).at().forEach(at -> take(at.buffer()));
            for (At at : list.get(i).at()) {
                Buffer buffer = at.buffer();
                Integer last = lastUse.get(buffer);
                if (last != null && last == i && !leaves.contains(buffer) && !kept.contains(buffer)) {
                    lastUse.remove(buffer);
                    space.release(buffer.position(), buffer.floats());
                }
            }
        }
    }
}
