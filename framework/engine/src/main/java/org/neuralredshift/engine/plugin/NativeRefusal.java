package org.neuralredshift.engine.plugin;

import java.util.Arrays;
import java.util.Optional;
import org.neuralredshift.api.NativeCallRefusal;

/**
 * The answer to a plugin that calls native code and may not.
 *
 * @param thrown by the restricted method
 */
public record NativeRefusal(IllegalCallerException thrown) {
    /** How the messages of the JVM and of {@link NativeCallRefusal} begin: the exception has other uses in Java. */
    private static final String WORDS = "Illegal native access";

    /** The refusal behind a failure, if that is what it was. */
    public static Optional<NativeRefusal> of(Throwable failure) {
        return Causes.of(failure)
                .filter(IllegalCallerException.class::isInstance)
                .map(IllegalCallerException.class::cast)
                .filter(thrown -> String.valueOf(thrown.getMessage()).startsWith(WORDS))
                .findFirst()
                .map(NativeRefusal::new);
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
