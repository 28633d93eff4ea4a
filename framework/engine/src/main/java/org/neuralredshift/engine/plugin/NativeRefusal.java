package org.neuralredshift.engine.plugin;

import java.util.Arrays;
import java.util.Optional;
import org.neuralredshift.api.NativeCallRefusal;

/**
 * The answer to a plugin that calls native code and may not.
 *
 * @param thrown by the restricted method
 */
record NativeRefusal(IllegalCallerException thrown) {
    /** The refusal behind a failure, if that is what it was. */
    static Optional<NativeRefusal> of(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof IllegalCallerException refused) {
                return Optional.of(new NativeRefusal(refused));
            }
        }
        return Optional.empty();
    }

    /** Why the plugin is not used. */
    RejectedException rejection() {
        return new RejectedException(
                RejectionCode.NATIVE_ACCESS,
                "It calls native code" + place()
                        + ", and you have not allowed it to. Native code can do all that you can.",
                thrown);
    }

    /** The innermost place that is not of Java's own. */
    private String place() {
        return Arrays.stream(thrown.getStackTrace())
                .filter(element -> !element.getClassName().startsWith("java.")
                        && !element.getClassName().startsWith("jdk.")
                        && !element.getClassName().equals(NativeCallRefusal.class.getName()))
                .findFirst()
                .map(element -> " at " + element)
                .orElse("");
    }
}
