package org.neuralredshift.api.training;

import static org.neuralredshift.api.annotation.Api.Stability.INCUBATING;

import java.util.Arrays;
import org.neuralredshift.api.annotation.Api;
import org.neuralredshift.api.expression.Scalar;
import org.neuralredshift.api.graph.GraphBuilder;
import org.neuralredshift.api.graph.Shape;
import org.neuralredshift.api.graph.Tensor;

/**
 * How far predictions z {@code [points, outputs]} are from targets y: one number, the mean over the points. No exponential of a
 * large number is taken, so loss and slope are finite as long as the sum of the points' losses, and of what is subtracted from
 * predictions, is a number of the backend.
 */
@Api(INCUBATING)
public enum Loss {
    /**
     * Targets 0 or 1, {@code [points, outputs]}: log(1 + e^z) - y z, computed as max(z, 0) - y z + log(1 + e^-|z|); mean over
     * points and outputs. Slope sigmoid(z) - y. As BCEWithLogitsLoss of PyTorch.
     */
    LOGISTIC {
        @Override
        Terms build(GraphBuilder graph, Tensor z, Tensor y) {
            Scalar loss = A.max(ZERO)
                    .minus(A.times(B))
                    .plus(A.abs().negated().exp().plus(1).log());
            return mean(
                    graph,
                    graph.map(loss, z, y),
                    graph.map(A.sigmoid().minus(B), z, y),
                    z.shape().size());
        }
    },
    /**
     * Targets are numbers of classes from 0 on, {@code [points, 1]}: log(sum over c of e^z[c]) - z[y], computed with the largest z
     * subtracted from all. Slope softmax(z) - (1 at y, else 0). As CrossEntropyLoss of PyTorch.
     */
    CROSS_ENTROPY {
        @Override
        Terms build(GraphBuilder graph, Tensor z, Tensor y) {
            int classes = z.shape().extent(1);
            double[] numbers = new double[classes];
            Arrays.setAll(numbers, c -> c);
            Tensor number = graph.constant(Shape.of(1, classes), numbers);
            Tensor centred = graph.map(A.minus(B), z, graph.reduce(Tensor.Reduction.MAXIMUM, z, 1));
            Tensor exponentials = graph.map(A.exp(), centred);
            Tensor sum = graph.reduce(Tensor.Reduction.SUM, exponentials, 1);
            Tensor own = graph.map(B.ifEqual(C, A, ZERO), centred, y, number);
            Tensor loss = graph.map(A.log().minus(B), sum, graph.reduce(Tensor.Reduction.SUM, own, 1));
            Scalar slope = A.dividedBy(B).minus(C.ifEqual(Scalar.input(3), Scalar.of(1), ZERO));
            Tensor slopes = graph.map(slope, exponentials, sum, y, number);
            return mean(graph, loss, slopes, z.shape().extent(0));
        }
    },
    /** Targets of any size, {@code [points, outputs]}: (z - y)^2; mean over points and outputs, as MSELoss of PyTorch. */
    SQUARED_ERROR {
        @Override
        Terms build(GraphBuilder graph, Tensor z, Tensor y) {
            Tensor error = graph.map(A.minus(B), z, y);
            return mean(
                    graph,
                    graph.map(A.squared(), error),
                    graph.map(A.times(2), error),
                    z.shape().size());
        }
    };

    private static final Scalar A = Scalar.input(0);
    private static final Scalar B = Scalar.input(1);
    private static final Scalar C = Scalar.input(2);
    private static final Scalar ZERO = Scalar.of(0);

    /**
     * A loss and its derivative.
     *
     * @param value one number, of shape {@code []}
     * @param slope dvalue/dz, of the shape of the predictions
     */
    @Api(INCUBATING)
    public record Terms(Tensor value, Tensor slope) {}

    /** The number of columns that the targets of a network with so many outputs have. */
    public int targets(int outputs) {
        return this == CROSS_ENTROPY ? 1 : outputs;
    }

    /**
     * Adds the loss to a graph.
     *
     * @param predictions {@code [points, outputs]}, at least one point
     * @param targets {@code [points, targets(outputs)]}
     * @throws org.neuralredshift.api.graph.ShapeException if the shapes are others
     */
    public Terms of(GraphBuilder graph, Tensor predictions, Tensor targets) {
        Shape shape = predictions.shape();
        if (shape.rank() != 2
                || shape.size() == 0
                || !targets.shape().equals(Shape.of(shape.extent(0), targets(shape.extent(1))))) {
            throw graph.error("loss " + this + " of predictions " + shape + " and targets " + targets.shape()
                    + ": it takes [points, outputs] and as many points of "
                    + (this == CROSS_ENTROPY ? "one number of a class" : "targets of the same shape"));
        }
        return build(graph, predictions, targets);
    }

    abstract Terms build(GraphBuilder graph, Tensor z, Tensor y);

    private static Terms mean(GraphBuilder graph, Tensor losses, Tensor slopes, long count) {
        Scalar share = A.times(1.0 / count);
        Tensor sum = graph.reduce(Tensor.Reduction.SUM, losses, 1);
        sum = graph.reshape(graph.reduce(Tensor.Reduction.SUM, sum, 0), Shape.SCALAR);
        return new Terms(graph.map(share, sum), graph.map(share, slopes));
    }
}
