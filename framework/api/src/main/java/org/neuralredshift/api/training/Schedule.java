package org.neuralredshift.api.training;

import static org.neuralredshift.api.annotation.Api.Stability.INCUBATING;

import org.neuralredshift.api.annotation.Api;
import org.neuralredshift.api.expression.Scalar;

/**
 * What the learning rate is multiplied by from step to step. It rises in equal steps over the warm-up, from 1 / warmUp in the
 * first step to 1, then falls as {@link Decay} says, to reach 0 after the last step; there it stays.
 *
 * @param decay how it falls
 * @param warmUp steps of the rise; 0 for none
 * @param steps of the whole training, more than the warm-up; a constant rate ignores it
 */
@Api(INCUBATING)
public record Schedule(Decay decay, int warmUp, int steps) {
    /** The learning rate as it is given, in every step. */
    public static final Schedule CONSTANT = new Schedule(Decay.CONSTANT, 0, 1);

    /** @throws IllegalArgumentException if the warm-up is negative or leaves no step */
    public Schedule {
        if (warmUp < 0 || steps < 1 || decay != Decay.CONSTANT && warmUp >= steps) {
            throw new IllegalArgumentException("a schedule of " + steps + " steps with a warm-up of " + warmUp
                    + ": there is at least one step, and the warm-up ends before the last one");
        }
    }

    /** With p the part of the steps after the warm-up that are done, 0 to 1. */
    public enum Decay {
        /** 1. */
        CONSTANT,
        /** 1 - p. */
        LINEAR,
        /** (1 + cos πp) / 2 (Loshchilov and Hutter, "SGDR", 2017, arXiv 1608.03983, without restarts). */
        COSINE
    }

    /**
     * The factor.
     *
     * @param step number of steps done before, 0 in the first
     */
    public Scalar factor(Scalar step) {
        Scalar part = step.minus(warmUp)
                .times(1.0 / (steps - warmUp))
                .max(Scalar.of(0))
                .min(Scalar.of(1));
        Scalar fallen = switch (decay) {
            case CONSTANT -> Scalar.of(1);
            case LINEAR -> Scalar.of(1).minus(part);
            case COSINE -> part.times(Math.PI).cos().plus(1).times(0.5);
        };
        Scalar risen = step.plus(1).times(1.0 / Math.max(1, warmUp));
        return warmUp == 0 ? fallen : step.ifLess(Scalar.of(warmUp), risen, fallen);
    }
}
