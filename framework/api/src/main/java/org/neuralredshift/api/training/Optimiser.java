package org.neuralredshift.api.training;

import static org.neuralredshift.api.annotation.Api.Stability.INCUBATING;

import org.neuralredshift.api.annotation.Api;

/**
 * How weights follow their gradients. Formulas and constants are those of PyTorch, but that no
 * weight decays unless told to: w is a weight, g its gradient, η the learning
 * rate of the step, λ the weight decay, t the number of the step from 1 on; both rates are numbers of each network.
 *
 * <p>What is too small to matter becomes 0 ({@code |g| < 1e-15}, everything that is kept {@code < 1e-30}; in the network itself, what
 * enters a product {@code < 1e-18}), for arithmetic on subnormal numbers is many times slower on many processors.
 */
@Api(INCUBATING)
public sealed interface Optimiser {
    /** Adam with its usual constants: 0.9, 0.999, 1e-8. */
    Adam ADAM = new Adam(0.9, 0.999, 1e-8);
    /** AdamW with the same. */
    AdamW ADAMW = new AdamW(0.9, 0.999, 1e-8);

    /**
     * Gradient descent: g ← g + λ w; b ← μ b + g, b = 0 before the first step; w ← w - η b. Without dampening, without Nesterov's
     * correction. (Polyak, "Some methods of speeding up the convergence of iteration methods", 1964.)
     *
     * @param momentum μ, at least 0 and below 1
     */
    @Api(INCUBATING)
    record Sgd(double momentum) implements Optimiser {
        public Sgd {
            requireDecay("momentum", momentum);
        }
    }

    /**
     * Adam: g ← g + λ w; m ← β1 m + (1 - β1) g; v ← β2 v + (1 - β2) g²; w ← w - η m / (1 - β1^t) / (sqrt(v / (1 - β2^t)) + ε).
     * (Kingma and Ba, "Adam: a method for stochastic optimization", 2015, arXiv 1412.6980.)
     *
     * @param beta1 β1, at least 0 and below 1
     * @param beta2 β2, likewise
     * @param epsilon ε, above 0
     */
    @Api(INCUBATING)
    record Adam(double beta1, double beta2, double epsilon) implements Optimiser {
        public Adam {
            requireDecay("beta1", beta1);
            requireDecay("beta2", beta2);
            requirePositive(epsilon);
        }
    }

    /**
     * Adam with decoupled weight decay: as {@link Adam} without λ in g, but w ← w - η λ w before. (Loshchilov and Hutter, "Decoupled
     * weight decay regularization", 2019, arXiv 1711.05101.)
     *
     * @param beta1 β1, at least 0 and below 1
     * @param beta2 β2, likewise
     * @param epsilon ε, above 0
     */
    @Api(INCUBATING)
    record AdamW(double beta1, double beta2, double epsilon) implements Optimiser {
        public AdamW {
            requireDecay("beta1", beta1);
            requireDecay("beta2", beta2);
            requirePositive(epsilon);
        }
    }

    private static void requireDecay(String name, double value) {
        if (!(value >= 0 && value < 1)) {
            throw new IllegalArgumentException(name + " is " + value + ", but must be at least 0 and below 1");
        }
    }

    private static void requirePositive(double epsilon) {
        if (!(epsilon > 0)) {
            throw new IllegalArgumentException("epsilon is " + epsilon + ", but must be above 0");
        }
    }
}
