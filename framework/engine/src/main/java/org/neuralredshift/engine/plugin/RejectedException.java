package org.neuralredshift.engine.plugin;

import org.jspecify.annotations.Nullable;

/** Ends the loading of one plugin; never leaves this package. */
final class RejectedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final RejectionCode code;
    private final String sentence;

    RejectedException(RejectionCode code, String sentence) {
        this(code, sentence, null);
    }

    RejectedException(RejectionCode code, String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
        this.code = code;
        this.sentence = sentence;
    }

    RejectionCode code() {
        return code;
    }

    String sentence() {
        return sentence;
    }
}
