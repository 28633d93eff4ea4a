package org.neuralredshift.api.compute;

/** A program has an operation that a backend does not run. The message names both and what to use instead. */
public final class UnsupportedGraphException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param message the operation, the backend, and what to use instead */
    public UnsupportedGraphException(String message) {
        super(message);
    }
}
