package org.neuralredshift.backends.dl4j;

import java.lang.foreign.MemorySegment;
import java.util.Map;
import org.neuralredshift.api.compute.Bindings;
import org.neuralredshift.api.compute.Weights;
import org.neuralredshift.api.graph.Shape;
import org.neuralredshift.api.graph.Tensor;

/** Checks, before anything is computed, that everything a program reads or writes is bound and of the right size. */
final class BindingCheck {
    private BindingCheck() {}

    /** @throws IllegalArgumentException naming what is missing or of the wrong size, and the size that it needs */
    static void check(Program program, Bindings bindings, int opened) {
        int networks = bindings.networks();
        if (networks < 1 || networks > opened) {
            throw new IllegalArgumentException(
                    "a run of " + networks + " networks: the session was opened for 1 to " + opened);
        }
        for (Tensor.Input input : program.graph().inputs()) {
            long bound = bindings.input(input.name()).byteSize();
            if (bound != bytes(input.shape(), 1)) {
                throw new IllegalArgumentException("input " + input.name() + " has " + bound + " bytes, but float32 "
                        + input.shape() + " takes " + bytes(input.shape(), 1));
            }
        }
        for (Tensor.NetworkScalar scalar : program.graph().networkScalars()) {
            checkCount("scalar " + scalar.name(), bindings.scalar(scalar.name()).length, networks);
        }
        if (!program.graph().weights().isEmpty()) {
            checkWeights(program, bindings.weights(), networks);
        }
        for (Map.Entry<String, Value> output : program.outputs().entrySet()) {
            MemorySegment target = bindings.output(output.getKey());
            Value value = output.getValue();
            checkBytes("output " + output.getKey(), target, value.shape(), value.perNetwork() ? networks : 1);
            if (target.isReadOnly()) {
                throw new IllegalArgumentException("output " + output.getKey() + " is bound to read-only memory");
            }
        }
    }

    private static void checkWeights(Program program, Weights weights, int networks) {
        switch (weights) {
            case Weights.Drawn drawn -> {
                checkCount("the seeds of the weights", drawn.seeds().length, networks);
                checkCount("the magnitudes of the weights", drawn.magnitudes().length, networks);
            }
            case Weights.Given given -> {
                for (Tensor.Weight weight : program.graph().weights()) {
                    MemorySegment values = given.values().get(weight.name());
                    if (values == null) {
                        throw new IllegalArgumentException("no values are given for weight " + weight.name()
                                + ", only for "
                                + given.values().keySet().stream().sorted().toList());
                    }
                    checkBytes("weight " + weight.name(), values, weight.shape(), networks);
                }
            }
        }
    }

    private static void checkCount(String what, int count, int networks) {
        if (count < networks) {
            throw new IllegalArgumentException(what + ": " + count + " numbers for " + networks + " networks");
        }
    }

    private static void checkBytes(String what, MemorySegment memory, Shape shape, int networks) {
        long bytes = bytes(shape, networks);
        if (memory.byteSize() < bytes) {
            throw new IllegalArgumentException(what + " has " + memory.byteSize() + " bytes, but float32 " + shape
                    + " for " + networks + (networks == 1 ? " network" : " networks") + " takes " + bytes);
        }
    }

    private static long bytes(Shape shape, int networks) {
        return Math.multiplyExact(Math.multiplyExact(shape.size(), networks), (long) Float.BYTES);
    }
}
