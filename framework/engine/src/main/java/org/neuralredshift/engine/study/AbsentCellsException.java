package org.neuralredshift.engine.study;

import org.neuralredshift.engine.UserException;

/** A figure or a claim asks for networks that the study does not have. */
final class AbsentCellsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final UserException mistake;

    /** @param mistake what to tell if nobody took the networks away */
    AbsentCellsException(UserException mistake) {
        super(mistake.getMessage(), mistake);
        this.mistake = mistake;
    }

    UserException mistake() {
        return mistake;
    }
}
