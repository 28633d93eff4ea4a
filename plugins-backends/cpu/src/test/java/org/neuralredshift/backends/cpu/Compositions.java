package org.neuralredshift.backends.cpu;

import java.util.List;
import java.util.Optional;
import org.neuralredshift.api.expression.Scalar;
import org.neuralredshift.api.graph.Graph;
import org.neuralredshift.api.graph.GraphBuilder;
import org.neuralredshift.api.graph.Shape;
import org.neuralredshift.api.graph.Tensor;
import org.neuralredshift.api.network.Architecture;
import org.neuralredshift.api.network.Arguments;
import org.neuralredshift.api.network.Stage;
import org.neuralredshift.api.parameter.Parameters;

/** Graphs of networks whose hidden layers have more parts than a dense one, built by hand. */
final class Compositions {
    static final List<String> PARTS =
            List.of("layer-norm", "residual", "textbook", "gating", "softmax", "layer-norm gating residual");

    private static final Scalar A = Scalar.input(0);
    private static final Scalar B = Scalar.input(1);

    private final GraphBuilder graph = new GraphBuilder();
    private int dense;

    private Compositions() {}

    /** R² → R. */
    static Graph graph(String parts, String activation, int depth, int width, int points) {
        Compositions network = new Compositions();
        Tensor x = network.graph.input(Architecture.INPUT, Shape.of(points, 2));
        for (int layer = 0; layer < depth; layer++) {
            x = network.hidden(parts, activation, x, width);
        }
        return network.graph.output(Architecture.OUTPUT, network.dense(x, 1)).build();
    }

    private Tensor hidden(String parts, String activation, Tensor x, int width) {
        Tensor z = dense(x, width);
        Tensor value = parts.contains("layer-norm") ? layerNormalised(z) : z;
        Tensor y = graph.map(Networks.activation(activation).apply(A, Arguments.constant(Parameters.NONE)), value);
        if (parts.contains("softmax")) {
            y = softmax(y);
        }
        if (parts.contains("gating")) {
            y = graph.map(A.times(B), y, graph.map(A.sigmoid(), dense(x, width)));
        }
        if (parts.contains("residual")) {
            y = graph.map(A.plus(B), value, y);
        }
        boolean skips = parts.contains("textbook") && x.shape().equals(y.shape());
        return skips ? graph.map(A.plus(B), x, y) : y;
    }

    Tensor dense(Tensor x, int width) {
        return Networks.dense()
                .apply(
                        graph.scope("dense" + dense++),
                        new Stage(x, x, Optional.empty(), width, false),
                        Parameters.NONE);
    }

    private Tensor layerNormalised(Tensor z) {
        Scalar average = A.times(1.0 / z.shape().extent(1));
        Tensor mean = graph.map(average, graph.reduce(Tensor.Reduction.SUM, z, 1));
        Tensor centred = graph.map(A.minus(B), z, mean);
        Tensor variance = graph.map(average, graph.reduce(Tensor.Reduction.SUM, graph.map(A.squared(), centred), 1));
        return graph.map(A.times(Scalar.of(1).dividedBy(B.plus(1e-5).sqrt())), centred, variance);
    }

    private Tensor softmax(Tensor y) {
        Tensor greatest = graph.reduce(Tensor.Reduction.MAXIMUM, y, -1);
        Tensor exponential = graph.map(A.minus(B).exp(), y, greatest);
        return graph.map(A.dividedBy(B), exponential, graph.reduce(Tensor.Reduction.SUM, exponential, -1));
    }
}
