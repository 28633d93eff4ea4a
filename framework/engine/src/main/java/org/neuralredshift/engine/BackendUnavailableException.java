package org.neuralredshift.engine;

import org.jspecify.annotations.Nullable;

/** The backend that was asked for cannot run on this machine, or cannot any more. */
public final class BackendUnavailableException extends UserException {
    private static final long serialVersionUID = 1L;

    /**
     * @param message the backend, and the reason that it gave
     * @param hint the next step
     * @param cause where it came from; null if it was found here
     */
    public BackendUnavailableException(String message, String hint, @Nullable Throwable cause) {
        super(message, hint, cause);
    }
}
