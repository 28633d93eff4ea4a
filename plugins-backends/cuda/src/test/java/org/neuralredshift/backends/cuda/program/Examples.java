package org.neuralredshift.backends.cuda.program;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.neuralredshift.api.expression.Scalar;
import org.neuralredshift.api.graph.Graph;
import org.neuralredshift.api.graph.GraphBuilder;
import org.neuralredshift.api.graph.Shape;
import org.neuralredshift.api.graph.Tensor;
import org.neuralredshift.api.network.Activation;
import org.neuralredshift.api.network.Architecture;
import org.neuralredshift.api.parameter.Parameters;
import org.neuralredshift.testkit.plain.PlainActivation;
import org.neuralredshift.testkit.plain.PlainDense;

/** Graphs whose kernels are under review. */
final class Examples {
    private Examples() {}

    static Map<String, Graph> all() {
        Map<String, Graph> graphs = new LinkedHashMap<>();
        graphs.put("map", map());
        graphs.put("perceptron", perceptron(PlainActivation.TANH, 2, 16, 100));
        graphs.put("normalisation", normalisation());
        graphs.put("step", step());
        graphs.put("lz78", phrases());
        return graphs;
    }

    /** Graphs with products that are large enough for tensor cores. */
    static Map<String, Graph> split() {
        Map<String, Graph> graphs = new LinkedHashMap<>();
        graphs.put("split-perceptron", perceptron(PlainActivation.TANH, 2, 16, 100));
        graphs.put("split-product", product());
        return graphs;
    }

    /** Products of a transposed operand, with the map behind it. */
    private static Graph product() {
        GraphBuilder graph = new GraphBuilder();
        Tensor x = graph.input("x", Shape.of(12, 70));
        Tensor weight = graph.weight("w", Shape.of(12, 20), 12, 20, Tensor.Role.WEIGHT);
        Tensor product = graph.matrixProduct(graph.transpose(x, 1, 0), weight);
        return graph.output("f", graph.map(Scalar.input(0).squared(), product)).build();
    }

    /** A shared and a per-network operand, a number of each network, a selection. */
    static Graph map() {
        GraphBuilder graph = new GraphBuilder();
        Tensor x = graph.input("x", Shape.of(10, 3));
        Tensor weight = graph.weight("w", Shape.of(3), 3, 3, Tensor.Role.WEIGHT);
        Scalar a = Scalar.input(0);
        Scalar b = Scalar.input(1);
        Scalar product = a.times(b).times(Scalar.input(2));
        Scalar bent = product.ifLess(Scalar.of(0), product.exp().minus(1), product.max(b));
        return graph.output("f", graph.map(bent, x, weight, graph.networkScalar("factor")))
                .build();
    }

    static Graph perceptron(Activation activation, int depth, int width, int points) {
        return Architecture.perceptron(depth, width, new PlainDense(), activation)
                .graph(points);
    }

    /** Rows normalised to mean 0 and variance 1. */
    static Graph normalisation() {
        GraphBuilder graph = new GraphBuilder();
        Scalar a = Scalar.input(0);
        Scalar b = Scalar.input(1);
        Tensor x = graph.input("x", Shape.of(10, 4));
        Tensor weight = graph.weight("w", Shape.of(8, 4), 4, 8, Tensor.Role.WEIGHT);
        Tensor product = graph.matrixProduct(x, graph.transpose(weight, 1, 0));
        Tensor mean = graph.map(a.times(0.125), graph.reduce(Tensor.Reduction.SUM, product, 1));
        Tensor centred = graph.map(a.minus(b), product, mean);
        Tensor squares = graph.reduce(Tensor.Reduction.SUM, graph.map(a.squared(), centred), 1);
        return graph.output("f", graph.map(a.dividedBy(b.times(0.125).plus(1e-5).sqrt()), centred, squares))
                .build();
    }

    /** LZ78 of the samples of a network: sorted, quantised in each way, parsed. */
    static Graph phrases() {
        GraphBuilder graph = new GraphBuilder();
        Tensor samples = graph.weight("f", Shape.of(100, 1), 1, 1, Tensor.Role.GAIN);
        Tensor sequence = graph.reshape(samples, Shape.of(100));
        for (String quantisation : List.of("median", "rank", "min-max")) {
            Parameters parameters = new Parameters(Map.of("quantisation", quantisation, "levels", 10L));
            graph.output(quantisation, graph.kernel("lz78", 1, parameters, sequence, Shape.of(1)));
        }
        return graph.build();
    }

    /** Least squares by gradient descent on gathered rows: a step, an update, and states that wait. */
    static Graph step() {
        GraphBuilder graph = new GraphBuilder();
        Scalar a = Scalar.input(0);
        Scalar b = Scalar.input(1);
        Scalar c = Scalar.input(2);
        Tensor.State weight = graph.state("weight", Shape.of(1, 3));
        Tensor.State before = graph.state("before", Shape.of(1, 3));
        Tensor.State order = graph.state("order", Shape.of(70));
        Tensor x = graph.gather(graph.input("x", Shape.of(100, 3)), order);
        Tensor y = graph.gather(graph.input("y", Shape.of(100, 1)), order);
        Tensor prediction = graph.matrixProduct(x, graph.transpose(weight, 1, 0));
        Tensor error = graph.map(a.minus(b), prediction, y);
        Tensor slope = graph.matrixProduct(graph.transpose(error, 1, 0), x);
        Tensor next = graph.map(a.minus(b.times(c)), weight, graph.networkScalar("rate"), slope);
        graph.update(weight, next).update(before, weight);
        Tensor loss = graph.reduce(Tensor.Reduction.SUM, graph.map(a.squared(), error), 0);
        return graph.output("loss", loss).build();
    }
}
