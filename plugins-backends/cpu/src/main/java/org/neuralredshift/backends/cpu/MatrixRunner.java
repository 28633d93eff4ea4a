package org.neuralredshift.backends.cpu;

import java.util.List;

/** Runs a list of steps, again and again. */
final class MatrixRunner {
    private final Schedule all;
    /** Without the steps that are for the last step of a run only. */
    private final Schedule always;

    /** @param threads that share them */
    MatrixRunner(List<MatrixStep> steps, int threads) {
        this.all = Dealing.deal(steps, threads);
        this.always = Dealing.deal(steps.stream().filter(step -> !step.last()).toList(), threads);
    }

    /** What one of the threads does in so many rounds. They meet between two of them. */
    void run(float[] memory, int times, int thread, StepBarrier meeting) {
        for (int time = 1; time < times; time++) {
            if (!always.run(memory, thread, meeting) || !meeting.await()) {
                return;
            }
        }
        all.run(memory, thread, meeting);
    }
}
