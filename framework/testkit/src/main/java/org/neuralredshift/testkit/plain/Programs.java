package org.neuralredshift.testkit.plain;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.neuralredshift.api.compute.Backend;
import org.neuralredshift.api.compute.Bindings;
import org.neuralredshift.api.compute.Executable;
import org.neuralredshift.api.compute.Session;
import org.neuralredshift.api.compute.Weights;
import org.neuralredshift.api.data.Grid;
import org.neuralredshift.api.expression.Scalar;
import org.neuralredshift.api.graph.Graph;
import org.neuralredshift.api.graph.GraphBuilder;
import org.neuralredshift.api.graph.Shape;
import org.neuralredshift.api.graph.Tensor;
import org.neuralredshift.api.network.Architecture;
import org.neuralredshift.api.random.Initialisation;

/** Runs programs on a backend, from arrays to arrays. */
public final class Programs {
    /** Uniform weights as most studies have them. */
    public static final Initialisation GLOROT =
            new Initialisation(Initialisation.Distribution.UNIFORM, Initialisation.Scale.GLOROT, 1, true, false, 3);

    private Programs() {}

    /** The values of an expression at numbers, each a point of its own. */
    public static float[] map(Backend backend, Scalar expression, float... numbers) {
        GraphBuilder graph = new GraphBuilder();
        Tensor x = graph.input("x", Shape.of(numbers.length, 1));
        graph.output("f", graph.map(expression, x));
        return run(backend, graph.build(), new Bindings().input("x", MemorySegment.ofArray(numbers)));
    }

    /** The output {@code f} of a graph for the networks of the bindings, to which memory for it is added. */
    public static float[] run(Backend backend, Graph graph, Bindings bindings) {
        Tensor output = output(graph);
        int networks = output.perNetwork() ? bindings.networks() : 1;
        float[] result = new float[Math.toIntExact(output.shape().size() * networks)];
        bindings.output(Architecture.OUTPUT, MemorySegment.ofArray(result));
        try (Executable program = backend.compile(graph);
                Session session = program.open(bindings.networks())) {
            session.run(bindings);
        }
        return result;
    }

    /** The tensor that is the output {@code f} of a graph. */
    public static Tensor output(Graph graph) {
        Tensor output = graph.outputs().get(Architecture.OUTPUT);
        if (output == null) {
            throw new IllegalArgumentException("the graph has no output " + Architecture.OUTPUT);
        }
        return output;
    }

    /** What a random network of some seeds reads: the points of a grid, and weights of a magnitude. */
    public static Bindings random(Grid grid, Initialisation initialisation, double magnitude, long... seeds) {
        double[] magnitudes = new double[seeds.length];
        Arrays.fill(magnitudes, magnitude);
        return new Bindings()
                .networks(seeds.length)
                .input(Architecture.INPUT, MemorySegment.ofArray(grid.coordinates()))
                .weights(new Weights.Drawn(initialisation, 5, seeds, magnitudes));
    }

    /** Given weights. */
    public static Weights.Given given(Map<String, float[]> values) {
        return new Weights.Given(values.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> MemorySegment.ofArray(entry.getValue()))));
    }

    /** The floats of a segment. */
    public static float[] floats(MemorySegment segment) {
        return segment.toArray(ValueLayout.JAVA_FLOAT);
    }
}
