package org.neuralredshift.backends.cpu;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.stream.Stream;
import org.neuralredshift.activations.Gaussian;
import org.neuralredshift.activations.Gelu;
import org.neuralredshift.activations.Relu;
import org.neuralredshift.activations.Selu;
import org.neuralredshift.activations.Sigmoid;
import org.neuralredshift.activations.Sine;
import org.neuralredshift.activations.Swish;
import org.neuralredshift.activations.Tanh;
import org.neuralredshift.api.compute.Backend;
import org.neuralredshift.api.compute.Bindings;
import org.neuralredshift.api.compute.Executable;
import org.neuralredshift.api.compute.Session;
import org.neuralredshift.api.compute.Weights;
import org.neuralredshift.api.data.Grid;
import org.neuralredshift.api.graph.Graph;
import org.neuralredshift.api.network.Activation;
import org.neuralredshift.api.network.Architecture;
import org.neuralredshift.api.network.Layer;
import org.neuralredshift.api.random.Initialisation;
import org.neuralredshift.backends.reference.ReferenceBackend;
import org.neuralredshift.layers.Dense;

/** Evaluates random networks of the shipped activations on any backend. */
final class Networks {
    private Networks() {}

    static Architecture architecture(String activation, int depth, int width) {
        return Architecture.perceptron(depth, width, dense(), activation(activation));
    }

    static Initialisation initialisation(Initialisation.Distribution distribution) {
        return new Initialisation(distribution, Initialisation.Scale.GLOROT, 1, true, false, 3);
    }

    /** [networks, points] of seeds 0, 1, ... */
    static float[] evaluate(Backend backend, Architecture architecture, Grid grid, int networks, double magnitude) {
        return evaluate(
                backend, architecture, grid, networks, magnitude, initialisation(Initialisation.Distribution.UNIFORM));
    }

    static float[] evaluate(
            Backend backend,
            Architecture architecture,
            Grid grid,
            int networks,
            double magnitude,
            Initialisation initialisation) {
        return evaluate(backend, architecture.graph(grid.points()), grid, networks, magnitude, initialisation);
    }

    static float[] evaluate(Backend backend, Graph graph, Grid grid, int networks, double magnitude) {
        return evaluate(backend, graph, grid, networks, magnitude, initialisation(Initialisation.Distribution.UNIFORM));
    }

    static float[] evaluate(
            Backend backend, Graph graph, Grid grid, int networks, double magnitude, Initialisation initialisation) {
        try (Arena arena = Arena.ofConfined();
                Executable executable = backend.compile(graph);
                Session session = executable.open(networks)) {
            MemorySegment out = arena.allocate((long) Float.BYTES * networks * grid.points(), 64);
            long[] seeds = new long[networks];
            double[] magnitudes = new double[networks];
            float[] prefactors = new float[networks];
            for (int i = 0; i < networks; i++) {
                seeds[i] = i;
                magnitudes[i] = magnitude;
                prefactors[i] = (float) magnitude;
            }
            session.run(new Bindings()
                    .networks(networks)
                    .input(Architecture.INPUT, arena.allocateFrom(ValueLayout.JAVA_FLOAT, grid.coordinates()))
                    .scalar(Architecture.PREFACTOR, prefactors)
                    .weights(new Weights.Drawn(initialisation, 3, seeds, magnitudes))
                    .output(Architecture.OUTPUT, out));
            return out.toArray(ValueLayout.JAVA_FLOAT);
        }
    }

    static Activation activation(String id) {
        return Stream.<Activation>of(
                        new Relu(),
                        new Gelu(),
                        new Swish(),
                        new Selu(),
                        new Tanh(),
                        new Gaussian(),
                        new Sine(),
                        new Sigmoid())
                .filter(activation -> activation.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    static Layer dense() {
        return new Dense();
    }

    static Backend reference() {
        return new ReferenceBackend();
    }
}
