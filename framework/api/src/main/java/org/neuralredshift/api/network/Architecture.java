package org.neuralredshift.api.network;

import org.neuralredshift.api.expression.Scalar;
import org.neuralredshift.api.graph.Graph;
import org.neuralredshift.api.graph.GraphBuilder;
import org.neuralredshift.api.graph.Shape;
import org.neuralredshift.api.graph.Tensor;
import org.neuralredshift.api.parameter.Parameters;

/**
 * A multilayer perceptron: {@code depth} hidden layers, each followed by the activation, and a linear read-out:
 * x ← φ(a · layer(x)) for each hidden layer, f = layer(x), with a the prefactor, else 1.
 *
 * @param inputs the number of inputs
 * @param outputs the number of outputs
 * @param depth the number of hidden layers; 0 gives a linear map
 * @param width units of each hidden layer
 * @param layer of every hidden layer and of the read-out
 * @param layerParameters its parameters
 * @param activation after every hidden layer
 * @param arguments the parameters of the activation
 * @param prefactor whether the argument of each activation is multiplied by the per-network scalar {@value #PREFACTOR}
 */
public record Architecture(
        int inputs,
        int outputs,
        int depth,
        int width,
        Layer layer,
        Parameters layerParameters,
        Activation activation,
        Arguments arguments,
        boolean prefactor) {
    /** @throws IllegalArgumentException if a size is no size of a network */
    public Architecture {
        if (inputs < 1 || outputs < 1 || depth < 0 || width < 1) {
            throw new IllegalArgumentException("a network of " + inputs + " inputs, " + outputs + " outputs, depth "
                    + depth + " and width " + width + ": depth is at least 0, the others at least 1");
        }
    }

    /** Name of the graph's input, {@code [points, inputs]}. */
    public static final String INPUT = "x";
    /** Name of the graph's output, {@code [points, outputs]}. */
    public static final String OUTPUT = "f";
    /** Name of the per-network scalar in front of each activation. */
    public static final String PREFACTOR = "prefactor";

    /**
     * The program that evaluates this network at {@code points} points. Its weights are in the scopes {@code hidden1},
     * {@code hidden2}, ... and {@code output}.
     *
     * @throws org.neuralredshift.api.graph.ShapeException if the layer builds shapes that do not fit
     */
    public Graph graph(int points) {
        GraphBuilder graph = new GraphBuilder();
        Tensor x = graph.input(INPUT, Shape.of(points, inputs));
        for (int number = 1; number <= depth; number++) {
            graph.scope("hidden" + number);
            x = activate(graph, layer.apply(graph, x, width, layerParameters));
        }
        graph.scope("output");
        return graph.output(OUTPUT, layer.apply(graph, x, outputs, layerParameters))
                .build();
    }

    private Tensor activate(GraphBuilder graph, Tensor z) {
        if (!prefactor) {
            return graph.map(activation.apply(Scalar.input(0), arguments), z);
        }
        Scalar scaled = Scalar.input(0).times(Scalar.input(1));
        return graph.map(activation.apply(scaled, arguments), z, graph.networkScalar(PREFACTOR));
    }
}
