package org.neuralredshift.api.compute;

import static org.neuralredshift.api.annotation.Api.Stability.INCUBATING;

import org.neuralredshift.api.annotation.Api;

/**
 * A backend computes nothing any more for this run, whatever network it is given: the device is gone, its driver gives it up, or
 * somebody else has it or its memory. A later run may find it well again. That is no fault of a network, so the host makes no row
 * of it: it goes on with another backend, or stops the run. The message names the device and what became of it.
 */
@Api(INCUBATING)
public final class BackendLostException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param message the device, what became of it, and what the user may do, as the rest of a sentence */
    public BackendLostException(String message) {
        super(message);
    }

    /**
     * @param message the device, what became of it, and what the user may do, as the rest of a sentence
     * @param cause what was thrown when it was found out
     */
    public BackendLostException(String message, Throwable cause) {
        super(message, cause);
    }
}
