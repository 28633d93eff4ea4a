package org.neuralredshift.backends.reference;

import java.lang.foreign.MemorySegment;
import java.util.Map;
import org.neuralredshift.api.compute.Bindings;
import org.neuralredshift.api.compute.Weights;
import org.neuralredshift.api.graph.Shape;
import org.neuralredshift.api.graph.Tensor;

/** Checks, before anything is computed, that everything a graph reads or writes is bound and large enough. */
final class BindingCheck {
    private BindingCheck() {}

    /** @throws IllegalArgumentException naming what is missing or of the wrong size, and the size that it needs */
    static void check(Plan plan, Bindings bindings, int opened) {
        int networks = bindings.networks();
        if (networks < 1 || networks > opened) {
            throw new IllegalArgumentException(
                    "a run of " + networks + " networks: the session was opened for 1 to " + opened);
        }
        for (Tensor.Input input : plan.graph().inputs()) {
            long bytes = bytes(input.shape(), 1);
            MemorySegment data = bindings.input(input.name());
            if (data.byteSize() != bytes) {
                throw new IllegalArgumentException("input " + input.name() + " has " + data.byteSize()
                        + " bytes, but float32 " + input.shape() + " takes " + bytes);
            }
        }
        for (Tensor.NetworkScalar scalar : plan.graph().networkScalars()) {
            checkCount("scalar " + scalar.name(), bindings.scalar(scalar.name()).length, networks);
        }
        if (!plan.graph().weights().isEmpty()) {
            checkWeights(plan, bindings.weights(), networks);
        }
        for (Map.Entry<String, Tensor> output : plan.graph().outputs().entrySet()) {
            boolean perNetwork = plan.perNetwork(plan.position(output.getValue()));
            Shape shape = output.getValue().shape();
            MemorySegment target = bindings.output(output.getKey());
            checkBytes("output " + output.getKey(), target, shape, perNetwork ? networks : 1);
            if (target.isReadOnly()) {
                throw new IllegalArgumentException("output " + output.getKey() + " is bound to read-only memory");
            }
        }
    }

    private static void checkWeights(Plan plan, Weights weights, int networks) {
        switch (weights) {
            case Weights.Drawn drawn -> {
                checkCount("the seeds of the weights", drawn.seeds().length, networks);
                checkCount("the magnitudes of the weights", drawn.magnitudes().length, networks);
            }
            case Weights.Given given -> {
                for (Tensor.Weight weight : plan.graph().weights()) {
                    checkBytes("weight " + weight.name(), given(given, weight), weight.shape(), networks);
                }
            }
        }
    }

    /** The given values of a weight. */
    static MemorySegment given(Weights.Given weights, Tensor.Weight weight) {
        MemorySegment values = weights.values().get(weight.name());
        if (values == null) {
            throw new IllegalArgumentException("no values are given for weight " + weight.name() + ", only for "
                    + weights.values().keySet().stream().sorted().toList());
        }
        return values;
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
