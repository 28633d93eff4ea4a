package org.neuralredshift.backends.cpu;

import java.util.ArrayList;
import java.util.List;
import org.neuralredshift.api.expression.Scalar;
import org.neuralredshift.api.graph.Graph;
import org.neuralredshift.api.graph.GraphBuilder;
import org.neuralredshift.api.graph.Shape;
import org.neuralredshift.api.graph.Tensor;

/** Training steps of a small network, with gradients worked out by hand. */
final class TrainingGraphs {
    private static final Scalar A = Scalar.input(0);
    private static final Scalar B = Scalar.input(1);
    private static final Scalar C = Scalar.input(2);
    private static final Scalar D = Scalar.input(3);

    private TrainingGraphs() {}

    /** Which rule changes the weights. */
    enum Rule {
        DESCENT,
        ADAM
    }

    /**
     * A perceptron with tanh units and one output, squared error, full batch.
     *
     * @param widths features, hidden widths; the output has one unit
     */
    static Graph perceptron(int points, Rule rule, int... widths) {
        GraphBuilder g = new GraphBuilder();
        Tensor x = g.input("x", Shape.of(points, widths[0]));
        Tensor y = g.input("y", Shape.of(points, 1));
        Tensor rate = g.networkScalar("rate");
        Tensor.State step = g.state("step", Shape.SCALAR);
        Tensor next = g.map(A.plus(1), step);
        g.update(step, next);
        List<Tensor.State> weights = new ArrayList<>();
        List<Tensor.State> biases = new ArrayList<>();
        List<Tensor> values = new ArrayList<>(List.of(x));
        for (int layer = 0; layer < widths.length; layer++) {
            int units = layer + 1 < widths.length ? widths[layer + 1] : 1;
            weights.add(g.state("w" + layer, Shape.of(units, widths[layer])));
            biases.add(g.state("b" + layer, Shape.of(units)));
            Tensor product = g.matrixProduct(values.getLast(), g.transpose(weights.getLast(), 1, 0));
            Tensor z = g.map(A.plus(B), product, biases.getLast());
            values.add(layer + 1 < widths.length ? g.map(A.tanh(), z) : z);
        }
        Tensor error = g.map(A.minus(B), values.getLast(), y);
        Tensor squares = g.map(A.squared(), error);
        Tensor loss = g.map(A.times(1.0 / points), g.reshape(g.reduce(Tensor.Reduction.SUM, squares, 0), Shape.SCALAR));
        g.output("loss", loss);
        Tensor gradient = g.map(A.times(2.0 / points), error);
        for (int layer = widths.length - 1; layer >= 0; layer--) {
            Tensor in = values.get(layer);
            Tensor ofRight = g.matrixProduct(g.transpose(in, 1, 0), gradient);
            Tensor ofWeights = g.transpose(ofRight, 1, 0);
            Tensor ofBiases = g.reshape(
                    g.reduce(Tensor.Reduction.SUM, gradient, 0),
                    biases.get(layer).shape());
            if (layer > 0) {
                Tensor back = g.matrixProduct(gradient, weights.get(layer));
                gradient = g.map(A.times(Scalar.of(1).minus(B.squared())), back, in);
            }
            change(g, rule, weights.get(layer), ofWeights, rate, next);
            change(g, rule, biases.get(layer), ofBiases, rate, next);
        }
        return g.build();
    }

    private static void change(
            GraphBuilder g, Rule rule, Tensor.State weight, Tensor gradient, Tensor rate, Tensor step) {
        if (rule == Rule.DESCENT) {
            g.update(weight, g.map(A.minus(B.times(C)), weight, rate, gradient));
            return;
        }
        Tensor.State first = g.state(weight.name() + ".m", weight.shape());
        Tensor.State second = g.state(weight.name() + ".v", weight.shape());
        Tensor m = g.map(A.times(0.9).plus(B.times(0.1)), first, gradient);
        Tensor v = g.map(A.times(0.999).plus(B.squared().times(0.001)), second, gradient);
        g.update(first, m);
        g.update(second, v);
        Tensor correction = g.map(Scalar.of(1).minus(Scalar.of(0.9).power(A)), step);
        Tensor correction2 = g.map(Scalar.of(1).minus(Scalar.of(0.999).power(A)), step);
        Tensor root = g.map(A.dividedBy(B).sqrt().plus(1e-8), v, correction2);
        Tensor change = g.map(A.dividedBy(B).dividedBy(C), m, correction, root);
        g.update(weight, g.map(A.minus(B.times(C)), weight, rate, change));
    }
}
