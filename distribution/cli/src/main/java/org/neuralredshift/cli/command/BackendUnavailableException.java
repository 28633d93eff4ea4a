package org.neuralredshift.cli.command;

/** The backend that was asked for cannot run on this machine. */
final class BackendUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param message the backend, and the reason that its probe gave */
    BackendUnavailableException(String message) {
        super(message);
    }
}
