package org.neuralredshift.backends.cpu;

import java.util.ArrayList;
import java.util.List;

/**
 * The steps of a program, in order.
 *
 * @param perRun once for all networks
 * @param perNetwork once for each network
 * @param perStep again and again
 */
record StepLists(List<MatrixStep> perRun, List<MatrixStep> perNetwork, List<MatrixStep> perStep) {
    /** No steps yet. */
    StepLists() {
        this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    List<MatrixStep> of(Rate rate) {
        return switch (rate) {
            case RUN -> perRun;
            case NETWORK -> perNetwork;
            case STEP -> perStep;
        };
    }
}
