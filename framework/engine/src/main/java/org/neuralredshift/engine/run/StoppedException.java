package org.neuralredshift.engine.run;

/** Gives up a batch because the user asked for it; never leaves this package. */
final class StoppedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StoppedException() {
        super("stopped by the user", null, false, false);
    }
}
