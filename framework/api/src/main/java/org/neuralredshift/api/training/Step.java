package org.neuralredshift.api.training;

import org.neuralredshift.api.expression.Scalar;
import org.neuralredshift.api.graph.GraphBuilder;
import org.neuralredshift.api.graph.Shape;
import org.neuralredshift.api.graph.Tensor;

/**
 * The part of a training program that says how far a network has come, and whether this step changes it. A network that has
 * diverged or stopped keeps every state to the bit, whatever its neighbours do: each update selects, and computes nothing with
 * the value that it does not take.
 */
final class Step {
    private static final Scalar A = Scalar.input(0);
    private static final Scalar B = Scalar.input(1);
    private static final Scalar C = Scalar.input(2);
    private static final Scalar D = Scalar.input(3);
    private static final Scalar ZERO = Scalar.of(0);
    private static final Scalar ONE = Scalar.of(1);

    private final GraphBuilder graph;
    private final Tensor goes;
    private final Tensor rate;
    private final Tensor weightDecay;

    /**
     * Declares the states of progress.
     *
     * @param loss of this step, of shape {@code []}
     */
    Step(GraphBuilder graph, Tensor loss, Training training) {
        this.graph = graph;
        Tensor.State step = graph.state(Training.STEP, Shape.SCALAR);
        Tensor.State diverged = graph.state(Training.DIVERGED_AT, Shape.SCALAR);
        Tensor.State stopped = graph.state(Training.STOPPED_AT, Shape.SCALAR);
        Tensor.State known = graph.state(Training.LAST_LOSS, Shape.SCALAR);
        Scalar bound = Scalar.of(training.stopBelow());
        Tensor runs = graph.map(A.ifEqual(ZERO, B.ifEqual(ZERO, ONE, ZERO), ZERO), diverged, stopped);
        Scalar goesOn = B.minus(B).ifEqual(ZERO, B.ifLess(bound, ZERO, ONE), ZERO);
        this.goes = graph.map(A.ifEqual(ONE, goesOn, ZERO), runs, loss);
        Scalar divergence = C.minus(C).ifEqual(ZERO, ZERO, D.plus(1));
        graph.update(diverged, graph.map(B.ifEqual(ONE, divergence, A), diverged, runs, loss, step));
        graph.update(
                stopped, graph.map(B.ifEqual(ONE, C.ifLess(bound, D.plus(1), ZERO), A), stopped, runs, loss, step));
        graph.update(known, graph.map(B.ifEqual(ONE, C, A), known, runs, loss));
        change(step, A.plus(1));
        this.rate =
                graph.map(A.times(training.schedule().factor(B)), graph.networkScalar(Training.LEARNING_RATE), step);
        this.weightDecay = graph.networkScalar(Training.WEIGHT_DECAY);
    }

    GraphBuilder graph() {
        return graph;
    }

    /** The learning rate of this step, of shape {@code []}. */
    Tensor rate() {
        return rate;
    }

    /** The weight decay, of shape {@code []}. */
    Tensor weightDecay() {
        return weightDecay;
    }

    /** A state beside another one, of its shape. */
    Tensor.State beside(Tensor.State weight, String name) {
        return graph.state(weight.name() + "." + name, weight.shape());
    }

    /**
     * Says what a state becomes if the network goes on.
     *
     * @param next over the state, which is input 0, and others from input 1 on
     * @return the new value
     */
    Tensor change(Tensor.State state, Scalar next, Tensor... others) {
        Tensor[] operands = new Tensor[others.length + 2];
        operands[0] = state;
        System.arraycopy(others, 0, operands, 1, others.length);
        operands[others.length + 1] = goes;
        Scalar selected = Scalar.input(others.length + 1).ifEqual(ONE, next, A);
        Tensor value = graph.map(selected, operands);
        graph.update(state, value);
        return value;
    }

    /** 0 for what is too small to matter beside numbers of usual size. */
    static Scalar flushed(Scalar value) {
        return flushed(value, 1e-30);
    }

    /** 0 where the absolute value is below a bound. */
    static Scalar flushed(Scalar value, double bound) {
        return value.abs().ifLess(Scalar.of(bound), ZERO, value);
    }
}
