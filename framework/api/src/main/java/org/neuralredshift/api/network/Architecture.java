package org.neuralredshift.api.network;

import static org.neuralredshift.api.annotation.Api.Stability.INCUBATING;

import java.util.List;
import org.neuralredshift.api.annotation.Api;
import org.neuralredshift.api.graph.Graph;
import org.neuralredshift.api.graph.GraphBuilder;
import org.neuralredshift.api.graph.Shape;
import org.neuralredshift.api.graph.Tensor;

/**
 * A network: an encoding of its inputs, {@code depth} hidden layers, and a read-out: x ← encoding(x), then x ← layer(x) for
 * each hidden layer, then f = readOut(x). A hidden layer is a composition of parts; that of a multilayer perceptron is a
 * dense layer and the activation.
 *
 * @param inputs the number of inputs
 * @param outputs the number of outputs
 * @param depth the number of hidden layers; 0 gives the read-out of the encoding alone
 * @param width units of each hidden layer
 * @param encoding applied once to the inputs; empty for none
 * @param layers the parts of every hidden layer, in order
 * @param readOut gives the outputs
 */
@Api(INCUBATING)
public record Architecture(
        int inputs, int outputs, int depth, int width, List<Part> encoding, List<Part> layers, Part.Layered readOut) {
    /** Name of the graph's input, {@code [points, inputs]}. */
    public static final String INPUT = "x";
    /** Name of the graph's output, {@code [points, outputs]}. */
    public static final String OUTPUT = "f";
    /** Name of the per-network scalar in front of each activation. */
    public static final String PREFACTOR = "prefactor";
    /** The scope of the encoding. */
    public static final String ENCODING = "encoding";
    /** The scope of the read-out. */
    public static final String READ_OUT = "output";

    /** @throws IllegalArgumentException if a size is no size of a network */
    public Architecture {
        if (inputs < 1 || outputs < 1 || depth < 0 || width < 1) {
            throw new IllegalArgumentException("a network of " + inputs + " inputs, " + outputs + " outputs, depth "
                    + depth + " and width " + width + ": depth is at least 0, the others at least 1");
        }
        encoding = List.copyOf(encoding);
        layers = List.copyOf(layers);
    }

    /** The multilayer perceptron of R^2 → R: x ← φ(layer(x)) per hidden layer, f = layer(x), all parameters at default. */
    public static Architecture perceptron(int depth, int width, Layer layer, Activation activation) {
        Part.Layered dense = new Part.Layered(layer, layer.parameters().defaults());
        Part activated = new Part.Activated(
                activation, Arguments.constant(activation.parameters().defaults()), false);
        return new Architecture(2, 1, depth, width, List.of(), List.of(dense, activated), dense);
    }

    /**
     * The program that evaluates this network at {@code points} points. Its weights are in the scopes {@code encoding},
     * {@code hidden1}, {@code hidden2}, ... and {@code output}.
     *
     * @throws org.neuralredshift.api.graph.ShapeException naming the layer and the shapes, if the parts do not fit
     */
    public Graph graph(int points) {
        GraphBuilder graph = new GraphBuilder();
        Composer composer = new Composer(graph, points);
        Tensor x = graph.input(INPUT, Shape.of(points, inputs));
        x = composer.compose(ENCODING, encoding, x, width, true);
        for (int number = 1; number <= depth; number++) {
            x = composer.compose("hidden" + number, layers, x, width, number == 1);
        }
        x = composer.compose(READ_OUT, List.of(readOut), x, outputs, depth == 0);
        if (x.shape().extent(1) != outputs) {
            throw graph.error("the read-out gives " + x.shape() + ", but must give " + Shape.of(points, outputs));
        }
        return graph.output(OUTPUT, x).build();
    }
}
