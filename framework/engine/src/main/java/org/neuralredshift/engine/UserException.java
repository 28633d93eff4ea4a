package org.neuralredshift.engine;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that the user can put right. The message names the thing, the value and the place; the hint is the next step.
 * The command prints both without a stack trace.
 */
public sealed class UserException extends RuntimeException permits BackendUnavailableException {
    private static final long serialVersionUID = 1L;

    private final @Nullable String hint;

    /** @param message what is wrong, with the value and the place */
    public UserException(String message) {
        this(message, null, null);
    }

    /**
     * @param message what is wrong, with the value and the place
     * @param hint the next step; null if the message says it already
     */
    public UserException(String message, @Nullable String hint) {
        this(message, hint, null);
    }

    /**
     * @param message what is wrong, with the value and the place
     * @param hint the next step; null if the message says it already
     * @param cause where it came from; null if it was found here
     */
    public UserException(String message, @Nullable String hint, @Nullable Throwable cause) {
        super(message, cause);
        this.hint = hint;
    }

    /** The next step, if there is one to tell. */
    public Optional<String> hint() {
        return Optional.ofNullable(hint);
    }
}
