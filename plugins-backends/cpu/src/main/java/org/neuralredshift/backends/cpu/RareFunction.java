package org.neuralredshift.backends.cpu;

/** Elementary functions at arguments beyond their fast steps: float64 with full range, rounded. */
enum RareFunction {
    /** sin x. */
    SINE {
        @Override
        float at(float x) {
            return (float) StrictMath.sin(x);
        }
    },
    /** cos x. */
    COSINE {
        @Override
        float at(float x) {
            return (float) StrictMath.cos(x);
        }
    },
    /** Natural logarithm. */
    LOGARITHM {
        @Override
        float at(float x) {
            return (float) StrictMath.log(x);
        }
    };

    abstract float at(float x);

    /** Replaces each result whose argument is not in [from, to]. Arrays, because a vector that a call takes is boxed. */
    void replace(float[] arguments, float from, float to, float[] results) {
        for (int i = 0; i < arguments.length; i++) {
            if (!(arguments[i] >= from && arguments[i] <= to)) {
                results[i] = at(arguments[i]);
            }
        }
    }
}
