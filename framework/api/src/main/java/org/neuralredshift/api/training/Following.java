package org.neuralredshift.api.training;

import java.util.List;
import org.neuralredshift.api.expression.Scalar;
import org.neuralredshift.api.graph.Shape;
import org.neuralredshift.api.graph.Tensor;

/** Optimisers as programs: the formulas in the Javadoc of {@link Optimiser}, with input 0 the state that changes. */
final class Following {
    private static final Scalar OWN = Scalar.input(0);
    private static final Scalar X = Scalar.input(1);
    private static final Scalar Y = Scalar.input(2);
    private static final Scalar Z = Scalar.input(3);
    private static final Scalar U = Scalar.input(4);
    private static final Scalar ONE = Scalar.of(1);
    /** Its square times (1 - β2) is still a normal float. */
    private static final double SMALLEST_GRADIENT = 1e-15;

    private Following() {}

    /** Says how each weight changes. */
    static void follow(Step step, Optimiser optimiser, List<Tensor.State> weights, List<Tensor> gradients) {
        switch (optimiser) {
            case Optimiser.Sgd sgd -> {
                for (int i = 0; i < weights.size(); i++) {
                    descend(step, sgd.momentum(), weights.get(i), gradients.get(i));
                }
            }
            case Optimiser.Adam adam -> moments(step, adam, false, weights, gradients);
            case Optimiser.AdamW adam -> {
                Optimiser.Adam constants = new Optimiser.Adam(adam.beta1(), adam.beta2(), adam.epsilon());
                moments(step, constants, true, weights, gradients);
            }
        }
    }

    /** g + λ w, 0 if it is too small to matter. */
    private static Scalar decayed(Scalar gradient, Scalar decay, Scalar weight) {
        return Step.flushed(gradient.plus(decay.times(weight)), SMALLEST_GRADIENT);
    }

    private static void descend(Step step, double momentum, Tensor.State weight, Tensor gradient) {
        if (momentum == 0) {
            Scalar next = Step.flushed(OWN.minus(Z.times(decayed(X, Y, OWN))));
            step.change(weight, next, gradient, step.weightDecay(), step.rate());
            return;
        }
        Tensor.State buffer = step.beside(weight, "momentum");
        Scalar kept = Step.flushed(OWN.times(momentum).plus(decayed(X, Y, Z)));
        Tensor moving = step.change(buffer, kept, gradient, step.weightDecay(), weight);
        step.change(weight, Step.flushed(OWN.minus(Y.times(X))), moving, step.rate());
    }

    private static void moments(
            Step step, Optimiser.Adam adam, boolean decoupled, List<Tensor.State> weights, List<Tensor> gradients) {
        // 1 - β^t as a sum of positive numbers, c ← β c + (1 - β): in float32 a difference from 1 would lose digits.
        Tensor correction1 = correction(step, "first-correction", adam.beta1());
        Tensor correction2 = correction(step, "second-correction", adam.beta2());
        Tensor reach = step.graph().map(OWN.dividedBy(X), step.rate(), correction1);
        Tensor scale = step.graph().map(ONE.dividedBy(OWN.sqrt()), correction2);
        for (int i = 0; i < weights.size(); i++) {
            Tensor.State weight = weights.get(i);
            Tensor gradient = gradients.get(i);
            Scalar g = decoupled ? Step.flushed(X, SMALLEST_GRADIENT) : decayed(X, Y, Z);
            Tensor[] from = decoupled ? new Tensor[] {gradient} : new Tensor[] {gradient, step.weightDecay(), weight};
            Scalar first = OWN.times(adam.beta1()).plus(g.times(1 - adam.beta1()));
            Scalar second = OWN.times(adam.beta2()).plus(g.squared().times(1 - adam.beta2()));
            Tensor m = step.change(step.beside(weight, "first-moment"), Step.flushed(first), from);
            Tensor v = step.change(step.beside(weight, "second-moment"), Step.flushed(second), from);
            Scalar move = Z.times(X).dividedBy(Y.sqrt().times(U).plus(adam.epsilon()));
            if (decoupled) {
                Scalar shrunk = OWN.minus(Scalar.input(5).times(Scalar.input(6)).times(OWN));
                Scalar next = Step.flushed(shrunk.minus(move));
                step.change(weight, next, m, v, reach, scale, step.rate(), step.weightDecay());
            } else {
                step.change(weight, Step.flushed(OWN.minus(move)), m, v, reach, scale);
            }
        }
    }

    private static Tensor correction(Step step, String name, double beta) {
        Tensor.State state = step.graph().state(name, Shape.SCALAR);
        return step.change(state, OWN.times(beta).plus(1 - beta));
    }
}
