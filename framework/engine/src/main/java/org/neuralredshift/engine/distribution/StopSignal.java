package org.neuralredshift.engine.distribution;

import java.io.InterruptedIOException;

/** Asks work on files to end between two of them; may be given by another thread. */
final class StopSignal {
    private volatile boolean given;

    void give() {
        given = true;
    }

    /** @throws InterruptedIOException if it was given */
    void check() throws InterruptedIOException {
        if (given) {
            throw new InterruptedIOException("interrupted");
        }
    }
}
