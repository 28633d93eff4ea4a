package org.neuralredshift.api.training;

import static org.neuralredshift.api.annotation.Api.Stability.INCUBATING;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.neuralredshift.api.annotation.Api;
import org.neuralredshift.api.expression.Scalar;
import org.neuralredshift.api.graph.Gradient;
import org.neuralredshift.api.graph.Graph;
import org.neuralredshift.api.graph.GraphBuilder;
import org.neuralredshift.api.graph.Shape;
import org.neuralredshift.api.graph.Tensor;
import org.neuralredshift.api.network.Architecture;

/**
 * What is trained, and how: everything that makes a program of training, and nothing that is an input of it.
 *
 * @param architecture of the networks
 * @param loss that falls
 * @param optimiser how weights follow their gradients
 * @param schedule what the learning rate is multiplied by
 * @param batch rows of a step; 0 for all rows of a network in every step
 * @param stopBelow a network stops where its loss is below; 0 for never
 */
@Api(INCUBATING)
public record Training(
        Architecture architecture, Loss loss, Optimiser optimiser, Schedule schedule, int batch, double stopBelow) {
    /** The input with the inputs of all rows, {@code [table rows, inputs]}. */
    public static final String INPUTS = "inputs";
    /** The input with the targets of all rows, {@code [table rows, targets]}. */
    public static final String TARGETS = "targets";
    /** The learning rate of each network. */
    public static final String LEARNING_RATE = "learning-rate";
    /** The weight decay of each network. */
    public static final String WEIGHT_DECAY = "weight-decay";
    /** The output with the loss of the last step, before its update. */
    public static final String LOSS = "loss";
    /** The state with the rows of the table that a network is trained on, in the order of its batches. */
    public static final String ORDER = "order";
    /** The state with the place in the order where the next batch begins; there is none if every step takes all rows. */
    public static final String CURSOR = "cursor";
    /** The state with the number of updates that a network has gone through. */
    public static final String STEP = "step";
    /** The state with the number, from 1 on, of the step whose loss was not finite; 0 if none. */
    public static final String DIVERGED_AT = "diverged-at";
    /** The state with the number, from 1 on, of the step whose loss was below {@link #stopBelow}; 0 if none. */
    public static final String STOPPED_AT = "stopped-at";
    /** The state with the loss of the last step in which the network had not ended. */
    public static final String LAST_LOSS = "last-loss";

    private static final int LONGEST_ORDER = 1 << 14;

    /** @throws IllegalArgumentException if the batch is negative or the bound of the loss is not a number */
    public Training {
        if (batch < 0 || !(stopBelow >= 0)) {
            throw new IllegalArgumentException("training with batches of " + batch + " rows that stops below a loss of "
                    + stopBelow + ": neither can be negative");
        }
    }

    /** The number of columns of the targets. */
    public int targets() {
        return loss.targets(architecture.outputs());
    }

    /** The length of the state {@link #ORDER} of networks with so many rows: all rows, or as many batches as are few thousand rows. */
    int order(int rows) {
        return batch == 0 ? rows : batch * Math.max(1, LONGEST_ORDER / batch);
    }

    /** Whether a weight is trained: all are, but for the frequencies of a fixed basis. */
    static boolean isTrained(Tensor.Weight weight) {
        return weight.role() != Tensor.Role.FREQUENCY;
    }

    /**
     * The program whose step is a step of training. Its weights are states, with the names and shapes that they have in the
     * graph of the architecture, and beside them lies what the optimiser keeps. The network's own scalars, and the weights that are
     * not trained, are bound as ever.
     *
     * @param table rows of the inputs and targets
     * @param rows that one network is trained on
     * @throws org.neuralredshift.api.graph.ShapeException if the parts of the architecture do not fit, or a batch is larger than
     *     the rows of a network
     */
    public Graph graph(int table, int rows) {
        GraphBuilder graph = new GraphBuilder();
        if (rows < 1 || batch > rows) {
            throw graph.error("training on " + rows + " rows in batches of " + batch
                    + ": there is at least one row, and no batch is larger than all rows");
        }
        Tensor.State order = graph.state(ORDER, Shape.of(order(rows)));
        Optional<Tensor.State> cursor = batch == 0 ? Optional.empty() : Optional.of(graph.state(CURSOR, Shape.SCALAR));
        Tensor chosen = cursor.map(from -> chosen(graph, order, from)).orElse(order);
        Tensor x = graph.gather(graph.input(INPUTS, Shape.of(table, architecture.inputs())), chosen);
        Tensor y = graph.gather(graph.input(TARGETS, Shape.of(table, targets())), chosen);
        List<Tensor.State> weights = new ArrayList<>();
        Graph network = architecture.graph(x.shape().extent(0));
        Tensor z = Objects.requireNonNull(
                graph.include(network, leaf -> leaf(graph, leaf, x, weights)).get(Architecture.OUTPUT));
        Loss.Terms terms = loss.of(graph, z, y);
        List<Tensor> gradients = Gradient.of(graph, z, terms.slope(), List.copyOf(weights));
        Step step = new Step(graph, terms.value(), this);
        cursor.ifPresent(from -> step.change(from, Scalar.input(0).plus(batch)));
        Following.follow(step, optimiser, weights, gradients);
        return Flushing.of(graph.output(LOSS, terms.value()).build());
    }

    private static Optional<Tensor> leaf(GraphBuilder graph, Tensor leaf, Tensor x, List<Tensor.State> weights) {
        return switch (leaf) {
            case Tensor.Input input when input.name().equals(Architecture.INPUT) -> Optional.of(x);
            case Tensor.Weight weight
            when isTrained(weight) -> {
                weights.add(graph.state(weight.name(), weight.shape()));
                yield Optional.of(weights.getLast());
            }
            default -> Optional.empty();
        };
    }

    /** The rows of the order from the cursor on. */
    private Tensor chosen(GraphBuilder graph, Tensor order, Tensor cursor) {
        double[] numbers = new double[batch];
        Arrays.setAll(numbers, i -> i);
        Tensor places =
                graph.map(Scalar.input(0).plus(Scalar.input(1)), graph.constant(Shape.of(batch), numbers), cursor);
        Tensor column = graph.reshape(order, Shape.of(order.shape().extent(0), 1));
        return graph.reshape(graph.gather(column, places), Shape.of(batch));
    }
}
