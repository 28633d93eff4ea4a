package org.neuralredshift.api.compute;

import static org.neuralredshift.api.annotation.Api.Stability.INCUBATING;

import org.neuralredshift.api.annotation.Api;

/** A program has an operation that a backend does not run. The message names both and what to use instead. */
@Api(INCUBATING)
public final class UnsupportedGraphException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param message the operation, the backend, and what to use instead */
    public UnsupportedGraphException(String message) {
        super(message);
    }
}
