package org.neuralredshift.api.learning;

import static org.neuralredshift.api.annotation.Api.Stability.INCUBATING;

import org.neuralredshift.api.annotation.Api;

/** What the labels of a dataset mean, and so how an output is judged. */
@Api(INCUBATING)
public sealed interface Goal {
    /** One label of 0 or 1; the output is the logit of 1. */
    record Binary() implements Goal {}

    /**
     * One label, the number of a class from 0; there is an output for each class.
     *
     * @param count of classes, at least 2
     */
    record Classes(int count) implements Goal {
        public Classes {
            if (count < 2) {
                throw new IllegalArgumentException("a classification into " + count + " classes: it takes at least 2");
            }
        }
    }

    /**
     * Any real labels; the outputs approximate them.
     *
     * @param levels an output is right if round((levels - 1)·output) = round((levels - 1)·label): labels lie in [0, 1] and
     *     stand for that many levels, at least 2; or 0 if outputs are not right or wrong
     */
    record Regression(int levels) implements Goal {
        public Regression {
            if (levels != 0 && levels < 2) {
                throw new IllegalArgumentException(levels + " levels: there are at least 2, or 0 for none");
            }
        }
    }

    /**
     * Samples of a signal, such as an image; judged by the peak signal-to-noise ratio 10·log10(peak² / mean squared error).
     *
     * @param peak the difference between the largest and the smallest lawful label, above 0
     */
    record Signal(double peak) implements Goal {
        public Signal {
            if (!(peak > 0) || Double.isInfinite(peak)) {
                throw new IllegalArgumentException("a signal of peak " + peak + ": it must be a number above 0");
            }
        }
    }

    /** How many outputs a network has for this many labels of an example. */
    default int outputs(int targets) {
        return this instanceof Classes classes ? classes.count() : targets;
    }
}
