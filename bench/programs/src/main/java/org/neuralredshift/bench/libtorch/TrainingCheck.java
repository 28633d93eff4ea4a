package org.neuralredshift.bench.libtorch;

/** Sees that what is trained learns: a peer that is fast and learns nothing would be worse than none. */
final class TrainingCheck {
    private static final int MODULUS = 5;
    private static final int STEPS = 1000;
    /** Guessing has ln 5 = 1.609. */
    private static final double LEARNT = 0.5;

    private TrainingCheck() {}

    /** One network and several, with both kinds of inputs. */
    static void all() {
        for (int networks : new int[] {1, 3}) {
            for (boolean oneHot : new boolean[] {false, true}) {
                check(new TrainingConfiguration("relu", 2, 64, 25, MODULUS, oneHot, networks, 1, 1, 1));
            }
        }
    }

    private static void check(TrainingConfiguration configuration) {
        try (TrainingWorker worker = new TrainingWorker(configuration)) {
            for (int i = 0; i < STEPS; i++) {
                worker.step();
            }
            if (!(worker.loss() < LEARNT)) {
                throw new IllegalStateException(
                        "after " + STEPS + " steps the loss is " + worker.loss() + " in " + configuration);
            }
        }
    }
}
