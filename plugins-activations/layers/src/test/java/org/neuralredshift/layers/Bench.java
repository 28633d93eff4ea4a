package org.neuralredshift.layers;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.neuralredshift.api.compute.Bindings;
import org.neuralredshift.api.compute.Executable;
import org.neuralredshift.api.compute.Session;
import org.neuralredshift.api.compute.Weights;
import org.neuralredshift.api.graph.Graph;
import org.neuralredshift.api.graph.GraphBuilder;
import org.neuralredshift.api.graph.Shape;
import org.neuralredshift.api.graph.Tensor;
import org.neuralredshift.api.network.Layer;
import org.neuralredshift.api.network.Stage;
import org.neuralredshift.api.parameter.Selection;
import org.neuralredshift.backends.reference.ReferenceBackend;

/** One layer in the hidden layer {@code hidden2}, with everything that enters it given, on the reference backend. */
final class Bench {
    private final Layer layer;
    private final String options;
    private final Map<String, MemorySegment> weights = new HashMap<>();
    private final GraphBuilder graph = new GraphBuilder();
    private final Bindings bindings = new Bindings();
    private Optional<Tensor> argument = Optional.empty();
    private boolean first;

    /** @param options as between the brackets of a selection */
    Bench(Layer layer, String options) {
        this.layer = layer;
        this.options = options;
    }

    Bench weight(String name, double... values) {
        weights.put("hidden2." + name, floats(values));
        return this;
    }

    /** What is computed is the first hidden layer. */
    Bench first() {
        first = true;
        return this;
    }

    Bench argument(int features, double... values) {
        argument = Optional.of(input("argument", features, values));
        return this;
    }

    /** The result, row-major, where the input is the value. */
    float[] apply(int width, int features, double... values) {
        Tensor x = input("x", features, values);
        return run(new Stage(x, x, argument, width, first));
    }

    /** The result, row-major; value and input have equally many rows. */
    float[] apply(int width, int inputFeatures, double[] input, int features, double... values) {
        Tensor x = input("x", inputFeatures, input);
        return run(new Stage(x, input("value", features, values), argument, width, first));
    }

    private Tensor input(String name, int features, double[] values) {
        bindings.input(name, floats(values));
        return graph.input(name, Shape.of(values.length / features, features));
    }

    private float[] run(Stage stage) {
        graph.scope("hidden2").part(layer.id());
        Tensor result = layer.apply(
                graph, stage, Selection.parse(layer.id() + "[" + options + "]").resolve(layer.parameters()));
        Graph program = graph.output("f", result).build();
        float[] out = new float[(int) result.shape().size()];
        bindings.weights(new Weights.Given(weights)).output("f", MemorySegment.ofArray(out));
        try (Executable executable = new ReferenceBackend().compile(program);
                Session session = executable.open(1)) {
            session.run(bindings);
        }
        return out;
    }

    private static MemorySegment floats(double... values) {
        MemorySegment memory = MemorySegment.ofArray(new float[values.length]);
        for (int i = 0; i < values.length; i++) {
            memory.setAtIndex(ValueLayout.JAVA_FLOAT, i, (float) values[i]);
        }
        return memory;
    }
}
